//! The lists around the cards: levels, areas, phases, goals, sources; and what a column's values make of them.

use crate::text::both;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::map::id::is_id;
use crate::map::slug::take_slug;
use crate::map::{
    Area, AreaId, Color, EffectGoal, Frame, GoalId, Head, Level, LevelId, Phase, PhaseId, SourceId,
    SourceKind,
};

use super::super::report::Report;
use super::cell::{choice, folded, leading_number};
use super::skip;
use super::table::Table;

/// The columns of the table of lists.
pub const COLUMNS: &[&str] = &["list", "id", "name", "part_of", "color", "level", "kind", "year"];

/// What the tables say around the cards.
#[derive(Debug, Default)]
pub struct Lists {
    head: Head,
    levels: Vec<Level>,
    phases: Vec<Phase>,
    goals: Vec<EffectGoal>,
    areas: Vec<Area>,
    sources: BTreeMap<SourceId, crate::map::Source>,
    level_of: HashMap<String, LevelId>,
    area_of: HashMap<String, AreaId>,
}

impl Lists {
    /// Takes a table of lists in.
    pub fn read(&mut self, table: &Table, report: &mut Report) {
        let columns: Vec<Option<usize>> = COLUMNS.iter().map(|name| table.column(&[&folded(name)])).collect();
        for row in &table.rows {
            let cell = |at: usize| columns[at].map_or("", |column| row.cell(column));
            let (id, name) = (cell(1), cell(2).to_owned());
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let wants_id = matches!(folded(cell(0)).as_str(), "level" | "area" | "phase" | "goal" | "source");
            if wants_id && !is_id(id) {
                skip(
                    report,
                    table,
                    row.line,
                    format!("{} '{name}'", cell(0)),
                    both!(
                        "its id is not letters, digits and dashes",
                        "id-en er ikke bokstaver, sifre og bindestreker"
                    ),
                );
                continue;
            }
            match folded(cell(0)).as_str() {
                "title" => self.head.title = name,
                "language" => self.head.language = name,
                "purpose" => self.head.purpose = name,
                "aim" => self.head.aim = name,
                "level" => {
                    self.levels.push(Level { id: id.into(), name, part_of: some(cell(3)).map(LevelId::new) })
                }
                "area" => self.areas.push(Area {
                    id: id.into(),
                    name,
                    color: choice(cell(4), Color::ALL, Color::as_str, |color, _| color.as_str()),
                    part_of: some(cell(3)).map(AreaId::new),
                }),
                "phase" => self.phases.push(Phase { id: id.into(), name }),
                "goal" => self.goals.push(EffectGoal {
                    id: id.into(),
                    text: name,
                    level: some(cell(5)).map(LevelId::new),
                }),
                "source" => {
                    let kind = choice(cell(6), SourceKind::ALL, SourceKind::as_str, SourceKind::word);
                    let source = crate::map::Source {
                        title: name,
                        kind: kind.unwrap_or_default(),
                        year: cell(7).parse().ok(),
                        ..crate::map::Source::default()
                    };
                    self.sources.insert(id.into(), source);
                }
                other => {
                    let what = both!("list '{other}'", "listen «{other}»");
                    skip(
                        report,
                        table,
                        row.line,
                        what,
                        both!("there is no such list", "det finnes ingen slik liste"),
                    );
                }
            }
        }
        let mut seen = BTreeSet::new();
        self.levels.retain(|level| seen.insert(level.id.clone()));
        let mut seen = BTreeSet::new();
        self.areas.retain(|area| seen.insert(area.id.clone()));
        let mut seen = BTreeSet::new();
        self.phases.retain(|phase| seen.insert(phase.id.clone()));
        let mut seen = BTreeSet::new();
        self.goals.retain(|goal| seen.insert(goal.id.clone()));
    }

    /// Makes levels of the values of a column, in the order in which they stand there. Numbers, or numbers
    /// before names, put them in order, the lowest at the bottom; else the first to appear is the lowest.
    pub fn take_levels(&mut self, values: &[&str], report: &mut Report) {
        let given = self.levels.iter().map(|level| (level.id.as_str().to_owned(), level.name.clone()));
        let (known, mut fresh) = sort_out(given, values);
        for (value, id) in known {
            self.level_of.entry(key(&value)).or_insert_with(|| LevelId::new(&id));
            self.level_of.insert(value, LevelId::new(id));
        }
        let numbers: Option<Vec<f64>> = fresh.iter().map(|value| leading_number(value)).collect();
        if let Some(numbers) = &numbers {
            let mut order: Vec<usize> = (0..fresh.len()).collect();
            order.sort_by(|&a, &b| numbers[a].total_cmp(&numbers[b]));
            fresh = order.into_iter().map(|at| fresh[at]).collect();
        } else if fresh.len() > 1 {
            let all = fresh.join(", ");
            report.guessed.push(both!(
                "the levels have no numbers: taken in the order in which they come, bottom to top: {all}",
                "nivåene har ingen tall: tatt i den rekkefølgen de kommer, nedenfra og opp: {all}"
            ));
        }
        let mut taken = ids(self.levels.iter().map(|level| level.id.as_str()));
        for value in fresh {
            let id = LevelId::new(free_id(value, &mut taken));
            self.level_of.insert(key(value), id.clone());
            self.levels.push(Level { id, name: value.to_owned(), part_of: None });
        }
    }

    /// Makes areas of the values of a column. Codes such as `1A` stand in their own order, others in the order
    /// in which they come.
    pub fn take_areas(&mut self, values: &[&str]) {
        let given = self.areas.iter().map(|area| (area.id.as_str().to_owned(), area.name.clone()));
        let (known, mut fresh) = sort_out(given, values);
        for (value, id) in known {
            self.area_of.entry(key(&value)).or_insert_with(|| AreaId::new(&id));
            self.area_of.insert(value, AreaId::new(id));
        }
        let code = |value: &str| {
            let digits = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
            let number = value[..digits].parse::<u64>().ok()?;
            (value.len() <= digits + 2).then(|| (number, value[digits..].to_owned()))
        };
        if fresh.iter().all(|value| code(value).is_some()) {
            fresh.sort_by_key(|value| code(value));
        }
        let mut taken = ids(self.areas.iter().map(|area| area.id.as_str()));
        for value in fresh {
            let id = AreaId::new(free_id(value, &mut taken));
            self.area_of.insert(key(value), id.clone());
            self.areas.push(Area { id, name: value.to_owned(), ..Area::default() });
        }
    }

    /// The level that a value means, if it was taken.
    pub fn level(&self, value: &str) -> Option<LevelId> {
        self.level_of.get(value).or_else(|| self.level_of.get(&key(value))).cloned()
    }

    /// The area that a value means, if it was taken.
    pub fn area(&self, value: &str) -> Option<AreaId> {
        self.area_of.get(value).or_else(|| self.area_of.get(&key(value))).cloned()
    }

    /// The phase that a value means; a new one at the end if there is none such.
    pub fn phase(&mut self, value: &str) -> PhaseId {
        let same = |phase: &&Phase| phase.id.as_str() == value || key(&phase.name) == key(value);
        if let Some(phase) = self.phases.iter().find(same) {
            return phase.id.clone();
        }
        let id = PhaseId::new(free_id(value, &mut ids(self.phases.iter().map(|phase| phase.id.as_str()))));
        self.phases.push(Phase { id: id.clone(), name: value.to_owned() });
        id
    }

    /// The effect goal that a value means; a new one at the end if there is none such.
    pub fn goal(&mut self, value: &str) -> GoalId {
        let same = |goal: &&EffectGoal| goal.id.as_str() == value || key(&goal.text) == key(value);
        if let Some(goal) = self.goals.iter().find(same) {
            return goal.id.clone();
        }
        let id = GoalId::new(free_id(value, &mut ids(self.goals.iter().map(|goal| goal.id.as_str()))));
        self.goals.push(EffectGoal { id: id.clone(), text: value.to_owned(), level: None });
        id
    }

    /// The source that a value means; a new one if there is none such.
    pub fn source(&mut self, value: &str) -> SourceId {
        let same =
            |(id, source): &(&SourceId, &crate::map::Source)| id.as_str() == value || source.title == value;
        if let Some((id, _)) = self.sources.iter().find(same) {
            return id.clone();
        }
        let id = SourceId::new(free_id(value, &mut ids(self.sources.keys().map(|id| id.as_str()))));
        self.sources.insert(id.clone(), crate::map::Source { title: value.to_owned(), ..Default::default() });
        id
    }

    /// All of a map but its cards and links; `head` is used for what no table says.
    pub fn into_frame(self, head: Head) -> Frame {
        let title = if self.head.title.is_empty() { head.title } else { self.head.title.clone() };
        Frame {
            head: Head { title, ..self.head },
            levels: self.levels,
            phases: self.phases,
            effect_goals: self.goals,
            areas: self.areas,
            sources: self.sources,
            ..Frame::default()
        }
    }
}

/// Which values name something that is there already (by id, else by name), and which are new, each once.
fn sort_out<'a>(
    given: impl Iterator<Item = (String, String)>,
    values: &[&'a str],
) -> (Vec<(String, String)>, Vec<&'a str>) {
    let given: Vec<(String, String)> = given.collect();
    let mut known = Vec::new();
    let mut fresh = Vec::new();
    let (mut seen, mut seen_fresh) = (BTreeSet::new(), BTreeSet::new());
    for &value in values {
        if value.is_empty() || !seen.insert(value) {
            continue;
        }
        let by_id = given.iter().find(|(id, _)| id == value);
        match by_id.or_else(|| given.iter().find(|(_, name)| key(name) == key(value))) {
            Some((id, _)) => known.push((value.to_owned(), id.clone())),
            None if seen_fresh.insert(key(value)) => fresh.push(value),
            None => {}
        }
    }
    (known, fresh)
}

/// What makes two values the same place.
fn key(value: &str) -> String {
    value.trim().to_lowercase()
}

fn ids<'a>(all: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    all.map(str::to_owned).collect()
}

/// The value itself where it may be an id and is free, else a free slug of it.
fn free_id(value: &str, taken: &mut BTreeSet<String>) -> String {
    if is_id(value) && taken.insert(value.to_owned()) {
        return value.to_owned();
    }
    take_slug(value, taken).as_str().to_owned()
}
