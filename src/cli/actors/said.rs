//! The register for people: a table, who stands where, who is there, and what each is tied to.

use super::super::shell::Shell;
use super::Report;
use super::table::Table;
use crate::analysis::actors::{Actor, Coverage, INFLUENCES, Picture, Presence, STANCES};
use crate::analysis::budget::Stop;
use crate::map::words::influence_word;
use crate::map::{LevelId, LinkId, Map, NodeId};
use crate::text::words::actors::{sorted, unstated};
use crate::text::words::capital;
use crate::text::words::says::{quoted, stopped_by_time};
use crate::text::{Lang, visible};
use crate::tui::cast;

use super::super::words::loops_counted;

impl Report<'_> {
    /// All of it as text.
    pub(super) fn text(&self, shell: &Shell) -> String {
        let words = shell.lang.words();
        if self.register.actors.is_empty() {
            return shell.prose(words.start.no_actors, 0);
        }
        let mut out = String::new();
        self.table(&mut out, shell);
        self.standing(&mut out, shell);
        self.coverage(&mut out, shell);
        for &at in self.rows {
            self.actor_said(&mut out, shell, &self.register.actors[at], at);
        }
        out
    }

    fn table(&self, out: &mut String, shell: &Shell) {
        let lang = shell.lang;
        let (fields, heads) = (&lang.words().fields, &lang.words().actors);
        let by = cast::order(lang, self.args.sort.order());
        out.push_str(&shell.prose(&format!("{}.", sorted(lang, self.rows.len(), by)), 0));
        out.push('\n');
        let heads = [
            fields.label,
            fields.level,
            fields.sector,
            heads.influence_head,
            fields.stance,
            fields.involvement,
            heads.holds_head,
            heads.loops_head,
        ];
        let number = |n: usize| if n == 0 { String::new() } else { n.to_string() };
        let row = |&at: &usize| {
            let actor = &self.register.actors[at];
            let node = self.map.node(&actor.id)?;
            Some(vec![
                label(self.map, &actor.id),
                level(self.map, node.level.as_ref()),
                visible(node.sector.trim()).into_owned(),
                node.influence.map_or("", |own| influence_word(own, lang)).to_owned(),
                node.stance.map_or("", |own| own.word(lang)).to_owned(),
                node.involvement.map_or("", |own| own.word(lang)).to_owned(),
                number(actor.holds.len()),
                number(self.loops[at].all()),
            ])
        };
        let table =
            Table { heads: heads.map(capital).to_vec(), rows: self.rows.iter().filter_map(row).collect() };
        push(out, &table, shell);
        if self.loops.iter().any(|own| own.all() > 0) || self.found.stopped_by.is_some() {
            out.push('\n');
            let most = (self.args.max_length > 0).then_some(self.args.max_length);
            out.push_str(&shell.prose(
                &match self.found.stopped_by {
                    Some(Stop::Size) => {
                        crate::text::words::says::stopped_by_size(lang, self.found.count, false)
                    }
                    Some(_) => stopped_by_time(lang, self.found.count, false),
                    None => loops_counted(lang, most, false),
                },
                0,
            ));
        }
    }

    /// Influence × stance, cell by cell.
    fn standing(&self, out: &mut String, shell: &Shell) {
        let lang = shell.lang;
        let (words, picture) = (lang.words(), Picture::of(self.map));
        heading(out, words.actors.picture, shell);
        for (row, influence) in picture.cells.iter().zip(INFLUENCES) {
            for (actors, stance) in row.iter().zip(STANCES).filter(|(actors, _)| !actors.is_empty()) {
                if influence.is_none() && stance.is_none() {
                    continue;
                }
                let influence = influence.map_or(words.forms.not_stated, |own| influence_word(own, lang));
                let stance = stance.map_or(words.forms.not_stated, |own| own.word(lang));
                let cell = format!(
                    "{} {influence}, {} {stance}: {}",
                    capital(words.people.influence),
                    words.people.stance,
                    names(self.map, actors.iter())
                );
                out.push_str(&shell.prose(&cell, 0));
            }
        }
        let missing = picture.unstated();
        if missing > 0 {
            out.push_str(&shell.prose(&unstated(lang, missing, self.rows.len()), 0));
        }
    }

    /// Sectors × levels, the part taken by letters.
    fn coverage(&self, out: &mut String, shell: &Shell) {
        let lang = shell.lang;
        let (words, coverage) = (lang.words(), Coverage::of(self.map, false));
        heading(out, words.actors.coverage, shell);
        let mut heads = vec![capital(words.fields.sector)];
        heads.extend(coverage.levels.iter().map(|own| match own {
            Some(id) => level(self.map, Some(id)),
            None => capital(words.actors.no_level),
        }));
        let cells =
            |counts: [usize; 5], none: bool| if none { "·".to_owned() } else { cast::counts(lang, counts) };
        let mut rows = Vec::new();
        for (sector, covers) in coverage.sectors.iter().zip(&coverage.cells) {
            let name =
                sector.as_ref().map_or(capital(words.actors.no_sector), |own| visible(own).into_owned());
            let mut row = vec![name];
            row.extend(covers.iter().map(|cover| cells(cover.counts, cover.actors.is_empty())));
            rows.push(row);
        }
        let mut all = vec![capital(words.actors.all)];
        all.extend((0..coverage.levels.len()).map(|at| {
            let cover = coverage.of_level(at);
            cells(cover.counts, cover.actors.is_empty())
        }));
        rows.push(all);
        push(out, &Table { heads, rows }, shell);
        out.push('\n');
        let legend =
            Presence::ALL.map(|own| format!("{} {}", cast::letter(lang, own), cast::presence(lang, own)));
        out.push_str(&shell.prose(&legend.join(", "), 0));
    }

    /// An actor with what it needs, holds, and who steers and hears it.
    fn actor_said(&self, out: &mut String, shell: &Shell, actor: &Actor, at: usize) {
        let (map, lang) = (self.map, shell.lang);
        let (words, own) = (lang.words(), &lang.words().actors);
        let Some(node) = map.node(&actor.id) else { return };
        heading(out, &format!("{}  [{}]", label(map, &actor.id), visible(actor.id.as_str())), shell);
        let mut field = |name: &str, text: String| {
            if !text.is_empty() {
                out.push_str(&shell.prose(&format!("{}: {text}", capital(name)), 2));
            }
        };
        let lines = |lines: &[String]| visible(&lines.join(" ")).into_owned();
        field(words.fields.groups, visible(&node.groups.join(", ")).into_owned());
        field(words.fields.needs_to_know, lines(&node.needs_to_know));
        field(words.fields.wants_part, lines(&node.wants_part));
        field(own.holds, names(map, actor.held()));
        let mut loops: Vec<String> = actor
            .loops
            .iter()
            .filter_map(|id| map.loops().get(id))
            .map(|told| quoted(&visible(&told.title)))
            .collect();
        let counted = self.loops[at];
        for (noun, n) in [
            (&words.links.reinforcing_loop, counted.reinforcing),
            (&words.links.balancing_loop, counted.balancing),
            (&words.links.undetermined_loop, counted.undetermined),
        ] {
            if n > 0 {
                loops.push(noun.of(n));
            }
        }
        field(own.loops_through, loops.join(", "));
        for (name, links) in [
            (own.steered_by, &actor.steered_by),
            (own.steers, &actor.steers),
            (own.hears, &actor.hears),
            (own.heard_by, &actor.heard_by),
            (words.links.cooperates, &actor.works_with),
        ] {
            let all: Vec<String> = links.iter().map(|id| tie(map, actor, id, lang)).collect();
            field(name, all.join(", "));
        }
        let gone = |id: &LinkId| {
            format!(
                "{} {} {}",
                quoted(&label(map, &id.from)),
                id.kind.word(lang),
                quoted(&label(map, &id.to))
            )
        };
        field(own.missing, actor.missing.iter().map(gone).collect::<Vec<_>>().join("; "));
    }
}

/// Who is at the other end of a link, and what is said of the link: `Parents (weak, one case)`.
fn tie(map: &Map, actor: &Actor, id: &LinkId, lang: Lang) -> String {
    let name = label(map, actor.other(id));
    let facts = map.link(id).map_or_else(Vec::new, |link| cast::about_tie(lang, link));
    if facts.is_empty() { name } else { format!("{name} ({})", facts.join(", ")) }
}

fn names<'a>(map: &Map, ids: impl Iterator<Item = &'a NodeId>) -> String {
    ids.map(|id| label(map, id)).collect::<Vec<_>>().join(", ")
}

fn label(map: &Map, id: &NodeId) -> String {
    visible(map.name_of(id)).into_owned()
}

fn level(map: &Map, id: Option<&LevelId>) -> String {
    let found = id.and_then(|id| map.level(id));
    found.map_or_else(String::new, |level| visible(&level.name).into_owned())
}

fn heading(out: &mut String, text: &str, shell: &Shell) {
    out.push('\n');
    out.push_str(&shell.prose(text, 0));
}

fn push(out: &mut String, table: &Table, shell: &Shell) {
    for line in table.lines(shell.width) {
        out.push_str(&line);
        out.push('\n');
    }
}
