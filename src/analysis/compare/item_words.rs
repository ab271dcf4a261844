//! Fields and their values in words: what an edit of one field says to a person.

use crate::map::words::{influence_word, strength_word};
use crate::map::{
    About, Amount, AreaId, Certainty, Color, Edit, GoalId, Involvement, Item, Kind, LevelId, Map, Mark,
    Measured, NodeId, Origin, Role, Sign, SourceKind, Stage, Stance, Value,
};
use crate::text::words::deeds::no_longer;
use crate::text::words::says::quoted;
use crate::text::{Lang, visible};

/// How many letters of a text are said.
const LONGEST: usize = 60;

/// `certainty: hypothesis → supported`; only the field's name where its values are too long to be said. Safe to show.
pub(super) fn edit_said(before: &Map, after: &Map, edit: &Edit, lang: Lang) -> String {
    let field = edit.field.as_deref().unwrap_or_default();
    let name = field_word(&edit.item, field, lang);
    let said = |map: &Map, value: &Option<Value>| {
        value.as_ref().and_then(|value| value_said(map, &edit.item, field, value, lang))
    };
    match (said(before, &edit.old), said(after, &edit.new)) {
        // Said alike, and yet not equal: where the blanks are no difference is to be seen.
        (Some(was), Some(now)) if was == now && only_blanks(&edit.old, &edit.new) => {
            format!("{name}: {now} ({})", lang.words().changes.only_blanks)
        }
        (Some(was), Some(now)) if was == now => name.to_owned(),
        (Some(was), Some(now)) => format!("{name}: {was} → {now}"),
        (None, Some(now)) if edit.old.is_none() => format!("{name} → {now}"),
        (Some(was), None) if edit.new.is_none() => format!("{name} {}", no_longer(lang, &was)),
        _ => name.to_owned(),
    }
}

/// Whether two texts differ in blanks and breaks of lines alone.
fn only_blanks(was: &Option<Value>, now: &Option<Value>) -> bool {
    let bare = |value: &Option<Value>| -> Option<String> {
        let text: String = value.as_ref()?.read().ok()?;
        Some(text.chars().filter(|letter| !letter.is_whitespace()).collect())
    };
    bare(was).is_some_and(|was| Some(was) == bare(now))
}

/// What a field is called; its name in the file where nothing else has a word for it.
pub fn field_word<'a>(item: &Item, field: &'a str, lang: Lang) -> &'a str {
    let (fields, changes) = (&lang.words().fields, &lang.words().changes);
    match field {
        "label" => fields.label,
        "short" => fields.short,
        "kind" => fields.kind,
        "role" => fields.role,
        "now" => fields.now,
        "origin" => fields.origin,
        "sector" => fields.sector,
        "influence" => fields.influence,
        "stance" => fields.stance,
        "groups" => fields.groups,
        "involvement" => fields.involvement,
        "needs_to_know" => fields.needs_to_know,
        "wants_part" => fields.wants_part,
        "stage" => fields.stage,
        "hypothesis" => fields.hypothesis,
        "participants" => fields.participants,
        "seen" => fields.seen,
        "learning" => fields.learning,
        "next" => fields.next,
        "group" => fields.group,
        "owner" => fields.owner,
        "payer" => fields.payer,
        "gainer" => fields.gainer,
        "perspectives" => fields.perspectives,
        "measured" => fields.measured,
        "indicator" => fields.indicator,
        "effect_goal" => fields.effect_goal,
        "target" => fields.target,
        "measurements" => fields.measurements,
        "level" => fields.level,
        "area" => fields.area,
        "pin" => fields.pin,
        "phases" if *item == Item::Map => changes.order,
        "phases" => fields.phases,
        "certainty" => fields.certainty,
        "marks" => fields.marks,
        "votes" => fields.votes,
        "tags" => fields.tags,
        "extra" => fields.extra,
        "sources" => fields.sources,
        "note" => fields.note,
        "was" => fields.former_ids,
        "word" => fields.word,
        "sign" => fields.sign,
        "delay" => fields.delay,
        "strength" => fields.strength,
        "about" => fields.about,
        "missing" => fields.missing,
        "title" => fields.title,
        "year" => fields.year,
        "respondents" => fields.respondents,
        "link" => fields.address,
        "purpose" => fields.purpose,
        "aim" => fields.aim,
        "language" => fields.language,
        "name" => changes.name,
        "text" => lang.words().people.effect_goal.one,
        "part_of" => changes.part_of,
        "color" => changes.color,
        "through" => changes.through,
        "steps" => changes.steps,
        "reason" | "rests_on" => changes.reason,
        "conflicts" => changes.conflicts,
        "levels" | "areas" | "effect_goals" | "place" => changes.order,
        other => other,
    }
}

/// A value of a field in words, safe to show; `None` where it has too many parts to be said on a line.
pub fn value_said(map: &Map, item: &Item, field: &str, value: &Value, lang: Lang) -> Option<String> {
    macro_rules! word {
        ($type:ty) => {
            value.read::<$type>().ok()?.word(lang).to_owned()
        };
    }
    Some(match field {
        "sign" => match value.read::<Sign>().ok()? {
            Sign::Plus => "+",
            Sign::Minus => "−",
            Sign::Unknown => "?",
        }
        .to_owned(),
        "certainty" => word!(Certainty),
        "role" => word!(Role),
        "now" => word!(Amount),
        "origin" => word!(Origin),
        "stance" => word!(Stance),
        "involvement" => word!(Involvement),
        "stage" => word!(Stage),
        "measured" => word!(Measured),
        "about" => word!(About),
        "color" => word!(Color),
        "kind" if matches!(item, Item::Source(_)) => word!(SourceKind),
        "kind" => word!(Kind),
        "strength" => strength_word(value.read().ok()?, lang)?.to_owned(),
        "influence" => influence_word(value.read().ok()?, lang).to_owned(),
        "level" => level(map, &value.read().ok()?),
        "area" => area(map, &value.read().ok()?),
        "part_of" if matches!(item, Item::Area(_)) => area(map, &value.read().ok()?),
        "part_of" => level(map, &value.read().ok()?),
        "owner" | "payer" | "gainer" => {
            let id: NodeId = value.read().ok()?;
            text(map.find_node(&id).map_or(id.as_str(), |(_, node)| &node.label))
        }
        "effect_goal" => {
            let id: GoalId = value.read().ok()?;
            text(map.goals().iter().find(|goal| goal.id == id).map_or(id.as_str(), |goal| &goal.text))
        }
        "delay" | "missing" => lang.words().doing.yes.to_owned(),
        "votes" | "year" | "respondents" | "pin" => value.as_str().to_owned(),
        "marks" => {
            let marks: Vec<Mark> = value.read().ok()?;
            marks.iter().map(|mark| mark.word(lang)).collect::<Vec<_>>().join(", ")
        }
        "tags" | "groups" => {
            let all: Vec<String> = value.read().ok()?;
            all.iter().map(|own| text(own)).collect::<Vec<_>>().join(", ")
        }
        "label" | "short" | "title" | "name" | "text" | "sector" | "group" | "indicator" | "target"
        | "word" | "language" | "link" | "purpose" | "aim" => text(&value.read::<String>().ok()?),
        _ => return None,
    })
}

fn level(map: &Map, id: &LevelId) -> String {
    text(map.level(id).map_or(id.as_str(), |level| &level.name))
}

fn area(map: &Map, id: &AreaId) -> String {
    text(map.area(id).map_or(id.as_str(), |area| &area.name))
}

/// A text in quotes, on one line, its beginning where it is long.
fn text(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = visible(&line);
    if line.chars().count() <= LONGEST {
        return quoted(&line);
    }
    let start: String = line.chars().take(LONGEST - 1).collect();
    quoted(&format!("{}…", start.trim_end()))
}
