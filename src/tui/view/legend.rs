//! What shapes, lines and signs mean.

use super::Page;
use super::help::{Line, in_columns, sheet};
use crate::command::View;
use crate::layout::canvas::Area;
use crate::layout::sheet::brackets;
use crate::map::{LinkKind, Mark};
use crate::palette::Role;
use crate::text::glyph::Line as Stroke;
use crate::text::pad;
use crate::text::words::capital;
use crate::text::words::says::model_key;
use crate::tui::app::App;
use crate::tui::say;

/// How many named loops the legend tells.
const MOST_NAMED: usize = 12;
/// How wide a name of one may be, so that two columns fit as before.
const NAME_CELLS: usize = 36;

/// Draws the page over the screen.
pub(super) fn draw(app: &App, page: &mut Page, screen: Area, from: usize) {
    sheet(
        app,
        page,
        screen,
        app.lang.words().places.legend,
        &lines(app, usize::from(screen.width)),
        (from, false),
    );
}

fn lines(app: &App, screen: usize) -> Vec<Line> {
    let words = app.lang.words();
    let (things, links, glyphs) = (&words.things, &words.links, app.glyphs);
    let row = |glyph: &str, role: Role, text: &str| -> Line {
        vec![(format!("  {}  ", pad(glyph, 4)), role), (text.to_owned(), Role::Text)]
    };
    let heading = |text: &str| -> Line { vec![(capital(text), Role::Heading)] };
    let stroke = |line: &Stroke, text: &str, role: Role| -> Line {
        row(&format!("{0}{0}{0}{1}", line.across, glyphs.head_right), role, text)
    };
    let cards = vec![
        heading(things.card.many),
        row(glyphs.barrier.full, Role::Barrier, things.barrier),
        row(glyphs.enabler.full, Role::Enabler, things.enabler),
        row(glyphs.enabler.hollow, Role::Enabler, &format!("{}: {}", words.says.hollow, things.now_low)),
        row(glyphs.condition.full, Role::Condition, things.condition),
        row(glyphs.tension.full, Role::Tension, things.tension),
        row(glyphs.cause.full, Role::Text, things.cause.one),
        row(glyphs.actor.full, Role::Actor, things.actor.one),
        row(glyphs.measure.full, Role::Measure, things.measure.one),
        row(glyphs.benefit.full, Role::Benefit, things.benefit.one),
        row(glyphs.note.full, Role::Text, things.note.one),
        row(
            &format!("{}{}", glyphs.barrier.full, glyphs.raised(7)),
            Role::Barrier,
            &format!("{}: {}", words.places.overview, links.link.of(7)),
        ),
        Line::new(),
    ];
    // They stand behind labels, on the board and in the outline.
    let mut set = vec![heading(things.mark.many)];
    set.extend(
        Mark::ALL
            .iter()
            .map(|mark| row(&format!("[{}]", mark.letter(app.lang)), Role::Key, mark.word(app.lang))),
    );
    set.push(row(&format!("{}3", glyphs.vote), Role::Key, &words.doing.dot.of(3)));
    set.push(Line::new());
    // Numbers at the heads of lines stand on the main model only.
    let summed = (app.view == View::Model).then(|| model_key(app.lang).split_once(": ")).flatten();
    let mut strokes = vec![
        heading(links.link.many),
        stroke(&glyphs.thin, links.link.one, Role::Line),
        stroke(&glyphs.dashed, things.hypothesis, Role::Line),
        stroke(&glyphs.dotted, links.missing_link.one, Role::Ghost),
        stroke(
            &glyphs.double,
            if app.view == View::Model { links.many_links } else { links.strength_strong },
            Role::Line,
        ),
        row(glyphs.struck, Role::Line, things.refuted),
        row(&format!("({})", glyphs.plus), Role::Plus, links.same),
        row(&format!("({})", glyphs.minus), Role::Minus, links.opposite),
        row(&format!("({})", glyphs.unknown), Role::Unknown, links.unknown),
        row(&format!("({})", glyphs.both), Role::Unknown, links.some_each_way),
        row(glyphs.delay, Role::Line, links.after_a_time),
        Line::new(),
    ];
    if let Some((mark, said)) = summed {
        strokes.insert(strokes.len() - 1, row(mark, Role::Plus, said));
    }
    // On the full board a link that says no sign has a letter there.
    let mut kinds = vec![heading(words.sheet.before_the_head)];
    for kind in LinkKind::ALL.iter().copied().filter(|kind| *kind != LinkKind::Causes) {
        kinds.push(row(&brackets(kind, glyphs), Role::Text, kind.word(app.lang)));
    }
    kinds.push(Line::new());
    let mut lines = vec![heading(links.loop_.many)];
    for (letter, name, does) in [
        (links.reinforcing_letter, links.reinforcing, links.feeds_itself),
        (links.balancing_letter, links.balancing, links.slows_itself),
        (links.undetermined_letter, links.undetermined, links.cannot_say_yet),
    ] {
        lines.push(row(letter, Role::Heading, &format!("{name}: {does}")));
    }
    // What the letters on this map stand for where people gave the loop a name.
    if let Some(open) = &app.open {
        for circle in open.circles.all.iter().filter(|circle| circle.named.is_some()).take(MOST_NAMED) {
            let title = crate::text::cut(&say::loop_title(&open.map, circle), NAME_CELLS);
            lines.push(row(&say::loop_place(app.lang, circle), Role::Heading, &title));
        }
    }
    lines.extend([
        Line::new(),
        heading(things.level.many),
        row(glyphs.signal_down, Role::Line, links.signal_down.many),
        row(glyphs.signal_up, Role::Line, links.signal_up.many),
    ]);
    // The arrows of the ladder; upward ones, since that is where they differ.
    for (line, role, verdict) in [
        (&glyphs.heavy, Role::Line, links.works),
        (&glyphs.thin, Role::Line, links.weak),
        (&glyphs.dashed, Role::Unknown, links.not_known),
        (&glyphs.dotted, Role::Ghost, links.missing),
    ] {
        let arrow = format!("{0}{1}{0}", line.along, glyphs.head_up);
        lines.push(row(&arrow, role, verdict));
    }
    in_columns(vec![cards, set, kinds, strokes, lines], screen.saturating_sub(4))
}
