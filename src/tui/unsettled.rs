//! What a merge left open: which conflict one looks at, and what each side says of it, in words.

use super::open::OpenMap;
use crate::analysis::compare::{field_word, value_said};
use crate::map::merge::{both_values, item_value, live_value, named_by};
use crate::map::verb::called;
use crate::map::{Clash, Conflict, Item, LinkId, LinkKind, Map, Side, Value};
use crate::text::words::capital;
use crate::text::words::review::of_thing;
use crate::text::words::says::{and_more, quoted};
use crate::text::{Lang, cut, visible, width};

/// Where one is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsettled {
    /// The row of the cursor.
    pub at: usize,
    /// What is chosen for the conflict of the cursor; nothing is until a key or the mouse chooses it.
    pub choice: Option<Choice>,
    /// Whether there were conflicts since the map was opened.
    pub any: bool,
}

/// What can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Our side.
    Ours,
    /// What both come from.
    Base,
    /// Their side.
    Theirs,
    /// Both sides together.
    Both,
    /// What is on the map.
    AsItStands,
}

impl Choice {
    /// Those with a box of their own, from left to right.
    pub const BOXES: [Choice; 3] = [Choice::Ours, Choice::Base, Choice::Theirs];
}

impl OpenMap {
    /// The conflict that the cursor is on.
    #[must_use]
    pub fn conflict(&self) -> Option<&Conflict> {
        self.map.conflicts().get(self.unsettled.at)
    }

    /// Keeps the cursor on a row that there is.
    pub fn settle_unsettled(&mut self) {
        let conflicts = self.map.conflicts().len();
        self.unsettled.any |= conflicts > 0;
        self.unsettled.at = self.unsettled.at.min(conflicts.saturating_sub(1));
    }
}

/// What a conflict is about, on one line and safe to show: the thing, and its field where it is about one. Where that
/// is wider than so many cells the name is cut, so that the field is always told.
#[must_use]
pub fn subject(map: &Map, conflict: &Conflict, cells: usize, lang: Lang) -> String {
    let (name, field) = (thing(map, conflict, lang), disputed(map, conflict, lang));
    let whole = joined(&name, &field);
    if width(&whole) <= cells {
        return whole;
    }
    let room = cells.saturating_sub(width(&field) + 2);
    if field.is_empty() || name.is_empty() || room < LEAST_NAME {
        return cut(&whole, cells);
    }
    joined(&cut(&name, room), &field)
}

/// The fewest cells in which a name is still told.
const LEAST_NAME: usize = 12;

/// What a conflict is about within a sentence: `label of «X»`, or the thing alone where all of it is in question.
#[must_use]
pub fn subject_said(map: &Map, conflict: &Conflict, lang: Lang) -> String {
    let Ok(item) = conflict.at.parse::<Item>() else { return visible(&conflict.at).into_owned() };
    let name = match &item {
        Item::Link(id) => link_name(map, id, lang),
        item => quoted(&one_line(&visible(&called(map, item)))),
    };
    if conflict.what.is_some() || conflict.field.is_empty() {
        return name;
    }
    let field = field(map, &item, &conflict.field, lang);
    if item == Item::Map { field } else { of_thing(lang, &field, &name) }
}

/// The thing that a conflict is about, with what sort of thing it is.
fn thing(map: &Map, conflict: &Conflict, lang: Lang) -> String {
    let Ok(item) = conflict.at.parse::<Item>() else { return visible(&conflict.at).into_owned() };
    let words = lang.words();
    let noun = match &item {
        // Of the map itself the field says enough.
        Item::Map => return String::new(),
        Item::Level(_) => words.things.level.one,
        Item::Phase(_) => words.things.phase.one,
        Item::Goal(_) => words.people.effect_goal.one,
        Item::Area(_) => words.things.area.one,
        Item::Source(_) => words.things.source.one,
        Item::Node(_) => words.things.card.one,
        Item::Link(id) => return link_name(map, id, lang),
        Item::Loop(_) => words.links.circle.one,
        Item::Journey(_) => words.doing.journey.one,
        Item::SetAside(_) => words.places.set_aside,
    };
    format!("{} {}", capital(noun), quoted(&one_line(&visible(&called(map, &item)))))
}

/// What it is that the sides disagree on: a field, or the thing itself.
fn disputed(map: &Map, conflict: &Conflict, lang: Lang) -> String {
    let words = &lang.words().review;
    match (conflict.what, conflict.at.parse::<Item>()) {
        (Some(Clash::DeleteUse), _) => words.deleted_or_used.to_owned(),
        (Some(Clash::DeleteEdit | Clash::LinkDeleteEdit), _) => words.deleted_or_changed.to_owned(),
        (Some(Clash::AddAdd), _) if conflict.field.is_empty() => words.made_twice.to_owned(),
        (_, Ok(item)) => field(map, &item, &conflict.field, lang),
        (_, Err(_)) => String::new(),
    }
}

/// What is to be decided, in a sentence.
#[must_use]
pub fn question(conflict: &Conflict, lang: Lang) -> &'static str {
    let words = &lang.words().review;
    match conflict.what {
        _ if conflict.field == "id" => words.two_ids,
        Some(Clash::AddAdd) => words.which_made,
        Some(Clash::DeleteUse) => words.which_used,
        Some(Clash::DeleteEdit | Clash::LinkDeleteEdit) => words.which_changed,
        None => words.which_value,
    }
}

/// How many things that use something are named.
const MOST_NAMED: usize = 4;

/// What uses the thing that one side deleted.
fn users(map: &Map, conflict: &Conflict, lang: Lang) -> Vec<String> {
    let Ok(item) = conflict.at.parse::<Item>() else { return Vec::new() };
    let all = named_by(map, &item);
    let mut said: Vec<String> = all
        .iter()
        .take(MOST_NAMED)
        .map(|own| match own {
            Item::Link(id) => link_name(map, id, lang),
            own => quoted(&one_line(&visible(&called(map, own)))),
        })
        .collect();
    if all.len() > MOST_NAMED {
        said.push(format!("… {}", and_more(lang, all.len() - MOST_NAMED)));
    }
    said
}

/// What stands otherwise in the thing that one side deleted and the other changed.
fn changes(map: &Map, conflict: &Conflict, lang: Lang) -> Vec<String> {
    let Ok(item) = conflict.at.parse::<Item>() else { return Vec::new() };
    let (Some(base), Some(now)) = (&conflict.base, item_value(map, &item)) else { return Vec::new() };
    let (was, now) = (top_level(base.as_str()), top_level(now.as_str()));
    let mut said: Vec<String> =
        now.iter().filter(|own| !was.contains(own)).map(|own| part(map, &item, own, lang)).collect();
    let gone = was.iter().filter(|(name, _)| !now.iter().any(|(own, _)| own == name));
    said.extend(gone.map(|(name, _)| {
        format!("{}: {}", capital(field_word(&item, name, lang)), lang.words().review.nothing)
    }));
    said
}

fn joined(what: &str, field: &str) -> String {
    match (what.is_empty(), field.is_empty()) {
        (true, _) => capital(field),
        (false, true) => what.to_owned(),
        (false, false) => format!("{what}: {field}"),
    }
}

/// A field by its path, safe to show: of a citation also which source, of a perspective which one, of a field of one's
/// own its name.
fn field(map: &Map, item: &Item, path: &str, lang: Lang) -> String {
    let Some((field, part)) = path.split_once('.') else {
        return if path.is_empty() {
            String::new()
        } else {
            visible(field_word(item, path, lang)).into_owned()
        };
    };
    let word = field_word(item, field, lang);
    if field == "extra" {
        return format!("{word} {}", quoted(&one_line(&visible(part))));
    }
    let (part, last) = part.rsplit_once('.').map_or((part, ""), |(part, last)| (part, last));
    let (fields, people) = (&lang.words().fields, &lang.words().people);
    let said = match (field, part) {
        ("sources", id) => {
            let title = one_line(&visible(&called(map, &Item::Source(id.into()))));
            format!("{} {}", lang.words().things.source.one, quoted(&title))
        }
        (_, "resident") => people.resident.to_owned(),
        (_, "service") => people.service.to_owned(),
        (_, "system") => people.system.to_owned(),
        (_, "benefit") => people.benefit.to_owned(),
        (_, part) => format!("{word} {}", visible(part)),
    };
    match last {
        "" => said,
        "figure" => format!("{said}, {}", fields.figure),
        "quote" => format!("{said}, {}", fields.quote),
        "page" => format!("{said}, {}", fields.page),
        last => format!("{said}, {}", field_word(item, last, lang)),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `«A» → «B»`, with the kind where it is not the usual one.
fn link_name(map: &Map, id: &LinkId, lang: Lang) -> String {
    let end = |id| quoted(&one_line(&visible(&called(map, &Item::Node(id)))));
    let kind = match id.kind {
        LinkKind::Causes => String::new(),
        kind => format!(" ({})", kind.word(lang)),
    };
    format!("{} → {}{kind}", end(id.from.clone()), end(id.to.clone()))
}

/// What a side says, as paragraphs that are safe to show. Never empty.
#[must_use]
pub fn told(map: &Map, conflict: &Conflict, choice: Choice, lang: Lang) -> Vec<String> {
    let words = &lang.words().review;
    if let Some(deleted_by) = conflict.deleted_by.filter(|_| is_deletion(conflict)) {
        let deletes = match choice {
            Choice::Ours => deleted_by == Side::Ours,
            Choice::Theirs => deleted_by == Side::Theirs,
            Choice::Base => {
                let mut said = vec![words.was_there.to_owned()];
                said.extend(value_told(map, conflict, conflict.base.as_ref(), lang));
                return said;
            }
            Choice::Both | Choice::AsItStands => return vec![words.untouched.to_owned()],
        };
        if deletes {
            return vec![words.takes_out.to_owned(), words.then_deleted.to_owned()];
        }
        let uses = conflict.what == Some(Clash::DeleteUse);
        let mut said = vec![if uses { words.uses_it } else { words.changed_it }.to_owned()];
        said.extend(if uses { users(map, conflict, lang) } else { changes(map, conflict, lang) });
        said.push(words.then_stays.to_owned());
        return said;
    }
    let value = match choice {
        Choice::Ours => conflict.ours.as_ref(),
        Choice::Base => conflict.base.as_ref(),
        Choice::Theirs => conflict.theirs.as_ref(),
        Choice::Both if conflict.field == "id" => return vec![words.both_cards.to_owned()],
        Choice::Both => return value_told(map, conflict, both_values(conflict).as_ref(), lang),
        Choice::AsItStands => return stands(map, conflict, lang),
    };
    value_told(map, conflict, value, lang)
}

/// What is on the map now.
fn stands(map: &Map, conflict: &Conflict, lang: Lang) -> Vec<String> {
    let at = map.conflicts().iter().position(|own| own == conflict);
    match at.and_then(|at| live_value(map, at)) {
        Some(value) => value_told(map, conflict, value.as_ref(), lang),
        None => vec![lang.words().review.untouched.to_owned()],
    }
}

/// Whether both sides can stand together.
#[must_use]
pub fn both_can_be(conflict: &Conflict) -> bool {
    !is_deletion(conflict) && (conflict.field == "id" || both_values(conflict).is_some())
}

/// Whether a side deleted what the other one kept.
#[must_use]
pub fn is_deletion(conflict: &Conflict) -> bool {
    matches!(conflict.what, Some(Clash::DeleteEdit | Clash::DeleteUse | Clash::LinkDeleteEdit))
}

/// What is on the map now, where it is neither ours nor that of another side; `None` where it is.
#[must_use]
pub fn live(map: &Map, at: usize, lang: Lang) -> Option<Vec<String>> {
    let conflict = map.conflicts().get(at)?;
    let live = live_value(map, at)?;
    (live != conflict.ours).then(|| value_told(map, conflict, live.as_ref(), lang))
}

fn value_told(map: &Map, conflict: &Conflict, value: Option<&Value>, lang: Lang) -> Vec<String> {
    let nothing = || vec![lang.words().review.nothing.to_owned()];
    let (Some(value), Ok(item)) = (value, conflict.at.parse::<Item>()) else { return nothing() };
    let path = conflict.field.as_str();
    if let Ok(text) = text_of(value) {
        // A name of something else is said by that thing's own name.
        let said = if names_something(path) { value_said(map, &item, path, value, lang) } else { None };
        return paragraphs(&said.unwrap_or(text), nothing);
    }
    if item == Item::Map && matches!(path, "levels" | "areas" | "phases" | "effect_goals") {
        let ids: Vec<String> = value.read().unwrap_or_default();
        let names = ids.into_iter().enumerate().map(|(at, id)| {
            let item = match path {
                "levels" => Item::Level(id.as_str().into()),
                "areas" => Item::Area(id.as_str().into()),
                "phases" => Item::Phase(id.as_str().into()),
                _ => Item::Goal(id.as_str().into()),
            };
            format!("{}. {}", at + 1, one_line(&visible(&called(map, &item))))
        });
        return names.collect();
    }
    if let Ok(lines) = value.read::<Vec<String>>() {
        if path == "note" || path == "remark" {
            return paragraphs(&lines.join("\n"), nothing);
        }
        if let Some(said) = value_said(map, &item, path, value, lang) {
            return paragraphs(&said, nothing);
        }
        return paragraphs(&lines.join("\n"), nothing);
    }
    if let Some(said) = value_said(map, &item, path, value, lang) {
        return vec![said];
    }
    parts(map, &item, value, lang)
}

fn names_something(path: &str) -> bool {
    matches!(path, "level" | "area" | "owner" | "payer" | "gainer" | "effect_goal" | "part_of")
}

fn text_of(value: &Value) -> Result<String, ()> {
    if !value.as_str().starts_with('"') {
        return Err(());
    }
    value.read().map_err(|_| ())
}

fn paragraphs(text: &str, nothing: impl Fn() -> Vec<String>) -> Vec<String> {
    let all: Vec<String> = text.lines().map(|line| visible(line).into_owned()).collect();
    if text.trim().is_empty() { nothing() } else { all }
}

/// A value of many parts, a line for each: fields by their names, what is in no table as it stands in the file.
fn parts(map: &Map, item: &Item, value: &Value, lang: Lang) -> Vec<String> {
    let fields = top_level(value.as_str());
    if fields.is_empty() {
        return vec![visible(value.as_str()).into_owned()];
    }
    fields.iter().map(|own| part(map, item, own, lang)).collect()
}

/// A field by its name and what stands in it.
fn part(map: &Map, item: &Item, (name, raw): &(String, String), lang: Lang) -> String {
    let value = Value::tidy(raw);
    let said = text_of(&value).ok().filter(|_| !names_something(name));
    let lines = || value.read::<Vec<String>>().ok().filter(|_| name == "note").map(|lines| lines.join(" "));
    let said = said.or_else(|| value_said(map, item, name, &value, lang)).or_else(lines);
    let said = said.unwrap_or_else(|| raw.clone());
    format!("{}: {}", capital(field_word(item, name, lang)), one_line(&visible(&said)))
}

/// The fields of `(name: value, …)` as they stand; none for anything else.
fn top_level(text: &str) -> Vec<(String, String)> {
    let Some(inside) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else {
        return Vec::new();
    };
    let (mut depth, mut in_text, mut escaped, mut start) = (0_usize, false, false, 0);
    let mut all = Vec::new();
    let mut take = |piece: &str| {
        if let Some((name, value)) = piece.split_once(':') {
            all.push((name.trim().to_owned(), value.trim().to_owned()));
        }
    };
    for (at, c) in inside.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            _ if in_text => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                take(&inside[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    take(&inside[start..]);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Kind, Node};

    fn conflict(at: &str, field: &str, ours: &str) -> Conflict {
        Conflict {
            at: at.to_owned(),
            field: field.to_owned(),
            ours: Some(Value::tidy(ours)),
            ..Conflict::default()
        }
    }

    #[test]
    fn values_are_said_as_people_say_them() {
        let mut map = Map::new("x");
        map.insert_node("a".into(), Node::new(Kind::Cause, "Trust")).expect("new");
        map.insert_node("b".into(), Node::new(Kind::Cause, "Time\u{202e}")).expect("new");
        for (at, field, ours, subject_said, value_said) in [
            ("node a", "label", "\"Trust grows\"", "Card «Trust»: label", "Trust grows"),
            ("node a", "note", "[\"one\", \"two\"]", "Card «Trust»: note", "one|two"),
            ("node a", "certainty", "Supported", "Card «Trust»: certainty", "supported"),
            ("link a causes b", "sign", "Minus", "«Trust» → «Time\\u{202e}»: sign", "−"),
            ("node a", "", "(label: \"A, (b)\", kind: Actor)", "Card «Trust»", "Label: A, (b)|Kind: actor"),
        ] {
            let own = conflict(at, field, ours);
            let said = told(&map, &own, Choice::Ours, Lang::En).join("|");
            let subject = subject(&map, &own, 80, Lang::En);
            assert_eq!(said, value_said, "{at} {field}");
            assert_eq!(subject, subject_said);
        }
        assert_eq!(told(&map, &conflict("node a", "x", "1"), Choice::Theirs, Lang::Nb), ["(ingenting)"]);
    }

    #[test]
    fn a_deletion_says_who_deleted_and_what_follows() {
        let map = Map::new("x");
        let own = Conflict {
            what: Some(Clash::DeleteUse),
            deleted_by: Some(Side::Theirs),
            ..conflict("level ward", "", "1")
        };
        let said = |choice| told(&map, &own, choice, Lang::En).join(" ");
        assert!(said(Choice::Theirs).contains("Deleted") && said(Choice::Ours).contains("keeps"));
    }
}
