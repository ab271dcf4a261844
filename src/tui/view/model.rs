//! The main model: the areas as boxes, and what leads from one to another.

use super::{Page, empty};
use crate::analysis::between::{Between, Flow, Grouping, Net};
use crate::layout::canvas::Area;
use crate::layout::frame::Frame;
use crate::layout::model::{both, full_name, lines_of, main_model, short_name};
use crate::text::width;
use crate::text::words::says::{self, Signs, Tendency};
use crate::tui::app::App;
use crate::tui::hits::Target;
use crate::tui::open::OpenMap;

/// Cells of a row that a sentence may leave empty where it breaks.
const SPARE: u16 = 10;

/// Draws it, or says how to get one.
pub(super) fn draw(app: &App, page: &mut Page, area: Area) {
    let Some(open) = &app.open else { return };
    let frame = Frame { width: area.width, height: area.height, lang: app.lang, glyphs: app.glyphs };
    let Some(model) = main_model(&open.map, open.model, frame) else {
        let words = app.lang.words();
        return empty::draw(app, page, area, words.start.no_boxes, words.guide.empty_model);
    };
    page.brush.picture(area, &model.canvas, (0, 0));
    for (line, cells) in &model.drawn {
        for &(x, y) in cells {
            let cell = Area { x: area.x + x, y: area.y + y, width: 1, height: 1 };
            page.hits.add(cell, Target::Line(*line));
        }
    }
    for (own, at) in &model.boxes {
        page.hits.add(Area { x: area.x + own.x, y: area.y + own.y, ..*own }, Target::Box(*at));
    }
    page.hits.page = area.height / 4;
}

/// The selected box, or the chosen line there and back, in words.
pub(super) fn sentence(app: &App, open: &OpenMap) -> String {
    let Some(by) = Grouping::of(&open.map, !open.model.unfold) else { return String::new() };
    let between = Between::of(&open.map, by);
    let Some(last) = between.groups.len().checked_sub(1) else { return String::new() };
    let at = open.model.at.min(last);
    let name = |at: usize| full_name(&open.map, &between.groups[at], by, app.lang);
    let chosen = open.model.line.and_then(|line| lines_of(&between, at).get(line).copied());
    if let Some(line) = chosen {
        let told = |name: &dyn Fn(usize) -> String| -> String {
            let told = both(&between, line).into_iter().flatten().map(|flow| {
                let ends = (name(flow.from), name(flow.to));
                says::flow_line(app.lang, (&ends.0, &ends.1), flow.missing, signs(flow), tendency(flow))
            });
            told.collect::<Vec<_>>().join(" ")
        };
        let whole = told(&name);
        // Both ways must be read: where whole names would push one out, codes stand for them.
        let room = usize::from(app.size.0.saturating_sub(SPARE)) * 2;
        if width(&whole) <= room {
            return whole;
        }
        return told(&|at| short_name(&open.map, &between.groups[at], by, app.lang));
    }
    let group = &between.groups[at];
    let count = |test: &dyn Fn(&Flow) -> bool| -> usize {
        between.flows.iter().filter(|flow| !flow.missing && test(flow)).map(|flow| flow.links.len()).sum()
    };
    let ends = (count(&|flow| flow.to == at), count(&|flow| flow.from == at));
    says::group_line(app.lang, &name(at), group.cards, group.inside, ends)
}

fn signs(flow: &Flow) -> Signs {
    Signs {
        plus: flow.plus,
        minus: flow.minus,
        unknown: flow.unknown,
        delayed: flow.delayed,
        hypotheses: flow.hypotheses,
    }
}

fn tendency(flow: &Flow) -> Tendency {
    match flow.net() {
        Net::Same => Tendency::Same,
        Net::Opposite => Tendency::Opposite,
        Net::Mixed => Tendency::Mixed,
        Net::Unknown => Tendency::Unknown,
    }
}
