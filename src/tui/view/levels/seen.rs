//! What the map shows: at most seven sentences, best first, and those set aside folded under them.

use super::super::Page;
use crate::layout::canvas::Area;
use crate::palette::Role;
use crate::text::words::says::lines_aside;
use crate::text::wrap;
use crate::tui::app::App;
use crate::tui::heard::Row;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;

/// What stands before a sentence.
const INDENT: u16 = 5;

/// The rows below the ladder, each with its text in full.
pub(super) struct Listed {
    // What stands before it, its lines, how it is coloured.
    items: Vec<(String, Vec<String>, Role)>,
}

impl Listed {
    pub(super) fn of(app: &App, open: &OpenMap, rows: &[Row], wide: u16) -> Self {
        let observed = open.observed();
        let cells = usize::from(wide.saturating_sub(INDENT + 1)).max(10);
        let full = |text: &str| wrap(text, cells, app.lang);
        let item = |row: &Row| match row {
            Row::Rung(_) => None,
            Row::Seen(at) => {
                let own = observed.open.get(*at)?;
                Some(((at + 1).to_string(), full(&own.sentence(&open.map, app.lang)), Role::Text))
            }
            Row::AsideHeading => {
                let glyph = if open.heard.aside { app.glyphs.unfolded } else { app.glyphs.folded };
                Some((glyph.to_owned(), full(&lines_aside(app.lang, observed.aside.len())), Role::Heading))
            }
            Row::Aside(at) => {
                let own = observed.aside.get(*at)?;
                let reason = crate::text::visible(&own.reason.join(" ")).into_owned();
                let said = own.observation.sentence(&open.map, app.lang);
                Some((app.glyphs.bullet.to_owned(), full(&format!("{reason}: {said}")), Role::Quiet))
            }
        };
        Self { items: rows.iter().filter_map(item).collect() }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.items.len()
    }

    /// How many rows all of them take in full.
    pub(super) fn rows(&self) -> u16 {
        u16::try_from(self.items.iter().map(|(_, lines, _)| lines.len()).sum::<usize>()).unwrap_or(u16::MAX)
    }

    /// How many rows each one gets of so many, and which one is the first: one each, then the one of the cursor in
    /// full, then the others from the first on.
    fn share(&self, room: usize, at: Option<usize>) -> (usize, Vec<usize>) {
        let wants: Vec<usize> = self.items.iter().map(|(_, lines, _)| lines.len()).collect();
        let mut first = 0;
        if let Some(at) = at {
            // The one of the cursor in full comes before those above it.
            let own = wants.get(at).copied().unwrap_or(1).min(room);
            first = (at + own).saturating_sub(room).min(at);
        }
        let mut gets: Vec<usize> = wants[first..].iter().map(|want| 1.min(*want)).collect();
        gets.truncate(room);
        let mut left = room - gets.len();
        if let Some(at) = at.map(|at| at - first) {
            let more = wants[first + at].saturating_sub(1);
            while left < more && gets.len() > at + 1 {
                gets.pop();
                left += 1;
            }
            if let Some(own) = gets.get_mut(at) {
                *own += more.min(left);
                left -= more.min(left);
            }
        }
        for (own, want) in gets.iter_mut().zip(&wants[first..]) {
            let more = want.saturating_sub(*own);
            // A sentence that would still be cut leaves its rows to the next one.
            if more <= left {
                *own += more;
                left -= more;
            }
        }
        (first, gets)
    }

    /// Draws what fits; `offset` is the screen's row of the first one, `cursor` that of the cursor.
    pub(super) fn draw(&self, app: &App, page: &mut Page, area: Area, offset: usize, cursor: usize) {
        let at = cursor.checked_sub(offset).filter(|at| *at < self.items.len());
        let (first, gets) = self.share(usize::from(area.height), at);
        let mut y = area.y;
        for (number, rows) in (first..).zip(gets) {
            let (lead, lines, role) = &self.items[number];
            let role = if at == Some(number) { Role::Heading } else { *role };
            if at == Some(number) {
                page.brush.text(area.x, y, 1, app.glyphs.cursor, Role::Key);
            }
            page.brush.text_before(area.x + INDENT - 1, y, lead, Role::Quiet);
            let x = area.x + INDENT;
            let room = area.width.saturating_sub(INDENT + 1);
            let high = u16::try_from(rows).unwrap_or(u16::MAX);
            for (row, line) in (y..y + high).zip(lines) {
                let last = row + 1 == y + high && lines.len() > rows;
                let text = if last { format!("{line} {}", lines[rows]) } else { line.clone() };
                page.brush.text(x, row, room, &text, role);
            }
            page.hits.add(Area { y, height: high, ..area }, Target::Row(offset + number));
            y += high;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(wants: &[usize]) -> Listed {
        let item = |want: &usize| (String::new(), vec!["x".to_owned(); *want], Role::Text);
        Listed { items: wants.iter().map(item).collect() }
    }

    #[test]
    fn the_one_of_the_cursor_is_read_in_full() {
        let all = listed(&[3, 2, 3]);
        assert_eq!(all.share(20, None), (0, vec![3, 2, 3]));
        assert_eq!(all.share(3, None), (0, vec![1, 1, 1]));
        assert_eq!(all.share(5, Some(0)), (0, vec![3, 1, 1]));
        assert_eq!(all.share(3, Some(0)), (0, vec![3]));
        assert_eq!(all.share(3, Some(2)), (2, vec![3]));
        assert_eq!(all.share(4, Some(2)), (1, vec![1, 3]));
    }
}
