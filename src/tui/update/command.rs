//! What each command does.

mod sight;

use sight::{no_map, out_of_sight};

use super::saying::{self, Dots};
use super::{
    acting, adding, beginning, browsing, bulk, cast, chains, choosing, connecting, copying, edit, files,
    form, full, hearing, loops, matrix, merging, model, moving, naming, narrow, outline, panning, printing,
    reviewing, setup, telling, touring, unsettled, walk,
};
use crate::command::{Command, View, entry};
use crate::exchange::Medium;
use crate::layout::board::{Links, Zoom};
use crate::layout::course::Walk;
use crate::layout::focus::neighbours;
use crate::map::{Certainty, Kind, LinkId, LinkKind, Mark, Role, Sign};
use crate::palette::Theme;
use crate::text::Lang;
use crate::text::words::places::for_now;
use crate::tui::app::App;
use crate::tui::browser::Picking;
use crate::tui::errand::Errand;
use crate::tui::full::Drawn;
use crate::tui::guide::next_step;
use crate::tui::help_page::HelpPage;
use crate::tui::only::Only;
use crate::tui::open::{OpenMap, Shown};
use crate::tui::pane::{End, Pane, Search, find_cards, find_commands};
use crate::tui::setup::Section;
use crate::tui::unsettled::Choice;
use crate::tui::view::board::{Look, Pan};

/// Does what a command says. On a screen where it does nothing, the first screen where it does is shown before; one
/// that would change a card that is not in sight says where cards are instead. Without a map, those that need one say
/// so.
pub fn perform(app: &mut App, command: Command) {
    let row = entry(command);
    if !row.views.contains(&app.view) {
        if app.open.is_none() {
            app.message = no_map(app);
            return;
        }
        if let Some(said) = out_of_sight(app, row) {
            app.message = said;
            return;
        }
        show(app, row.views[0]);
    }
    match command {
        Command::Up | Command::Down | Command::Left | Command::Right => walk::step(app, command),
        Command::First | Command::Last | Command::PageUp | Command::PageDown => walk::leap(app, command),
        Command::ViewUp | Command::ViewDown | Command::ViewLeft | Command::ViewRight => {
            panning::go(app, command);
        }
        Command::NextLink | Command::PreviousLink if app.view == View::Model => {
            model::choose_line(app, command == Command::NextLink);
        }
        Command::NextLink | Command::PreviousLink if app.view == View::Matrix => {
            matrix::next_link(app, command == Command::NextLink);
        }
        Command::NextLink => walk::choose_link(app, true),
        Command::PreviousLink => walk::choose_link(app, false),
        Command::Open => walk::open(app),
        Command::ToEffect => walk::follow(app, true),
        Command::ToCause => walk::follow(app, false),
        Command::Back => walk::back(app),
        Command::ShowBoard => show(app, View::Board),
        Command::ShowFocus => show(app, View::Focus),
        Command::ShowStaircase => show(app, View::Staircase),
        Command::ShowLoops => show(app, View::Loops),
        Command::ShowLevels => show(app, View::Levels),
        Command::ShowOutline => show(app, View::Outline),
        Command::ShowSetup => show(app, View::Setup),
        Command::ShowModel => show(app, View::Model),
        Command::ShowMatrix => show(app, View::Matrix),
        Command::ShowActors => show(app, View::Actors),
        Command::MatrixOf => matrix::next_kind(app),
        Command::ShowActing => show(app, View::Acting),
        Command::ShowChains => chains::begin(app),
        Command::LoopsOnly => loops::choose(app),
        Command::LoopsUpAndDown => loops::through_levels(app, Only::UpAndDown),
        Command::SeenAll => super::hearing::all(app),
        Command::MoreOfActor => super::cast::read_on(app),
        Command::LoopsAllLevels => loops::through_levels(app, Only::AllLevels),
        Command::LoopsWouldBe => loops::would_be(app),
        Command::LoopsCover => loops::show_or_all(app, Only::Cover),
        Command::LoopsSettling => loops::show_or_all(app, Only::Settling),
        Command::Longer => loops::longer(app),
        Command::ChainsTo => chains::choose(app, End::To),
        Command::ChainsFrom => chains::choose(app, End::From),
        Command::ChainsBack => chains::turn(app),
        Command::ChainsOrder => chains::order(app),
        Command::NextPart => acting::part(app, true),
        Command::PartBefore => acting::part(app, false),
        Command::SortCards => acting::sort(app),
        Command::SortCardsBack => acting::sort_back(app),
        Command::ShowReview => reviewing::begin(app),
        Command::ShowUnsettled => unsettled::begin(app),
        Command::ReviewWith => reviewing::ask(app),
        Command::PutBack => reviewing::put_back(app),
        Command::EditReviewed => reviewing::edit(app),
        Command::ReviewEnd => reviewing::end(app),
        Command::TakeOurs => unsettled::choose(app, Choice::Ours),
        Command::TakeTheirs => unsettled::choose(app, Choice::Theirs),
        Command::TakeBoth => unsettled::choose(app, Choice::Both),
        Command::WriteOwn => unsettled::write_own(app),
        Command::LeaveLive => unsettled::choose(app, Choice::AsItStands),
        Command::ShowStart => app.view = View::Start,
        Command::Trace => trace(app),
        Command::NextLoop => other_loop(app, true),
        Command::PreviousLoop => other_loop(app, false),
        Command::LoopsHere => loops_here(app),
        Command::Inspector => app.toggle_inspector(),
        Command::Cards => look(app, |look| look.zoom = Zoom::Cards),
        Command::Overview => look(app, |look| look.zoom = Zoom::Overview),
        Command::FullBoard => look(app, |look| look.zoom = Zoom::Open),
        Command::ZoomIn => look(app, |look| {
            look.zoom = if look.zoom == Zoom::Overview { Zoom::Cards } else { Zoom::Open };
        }),
        Command::ZoomOut => look(app, |look| {
            look.zoom = if look.zoom == Zoom::Open { Zoom::Cards } else { Zoom::Overview };
        }),
        Command::Tidy => full::tidy(app),
        Command::DrawSelection => full::draw(app, Drawn::Selection),
        Command::DrawTwoSteps => full::draw(app, Drawn::TwoSteps),
        Command::DrawWalk => full::draw(app, Drawn::Walk),
        Command::DrawPair => full::draw(app, Drawn::Pair(0)),
        Command::DrawAll => full::draw(app, Drawn::All),
        Command::DrawNone => full::draw(app, Drawn::None),
        Command::LinksDrawn if full::shown(app).is_some() => full::draw_next(app),
        Command::LinksDrawn => look(app, |look| {
            look.links = match look.links {
                Links::Selection => Links::None,
                Links::None => Links::Selection,
            }
        }),
        Command::Columns => {
            if let Some(open) = &mut app.open {
                open.look.columns = open.look.columns.next(&open.map);
                open.full.from = None;
                open.look.pan = Pan::default();
            }
        }
        Command::Legend => app.pane = Some(Pane::Legend(0)),
        Command::Theme => next_theme(app),
        Command::KeepSettings => app.errands.push(Errand::Keep {
            settings: Box::new(app.settings.clone()),
            lang: app.lang,
            theme: app.scheme.theme,
        }),
        Command::Language => {
            app.lang = app.lang.other();
            app.message = for_now(app.lang, app.lang.name());
        }
        Command::Find => {
            let found = app.open.as_ref().map_or_else(Vec::new, |open| find_cards(&open.map, ""));
            app.pane = Some(Pane::Find(Search::new(found)));
        }
        Command::Palette => {
            app.pane = Some(Pane::Palette(Search::new(find_commands(app.view, app.lang, ""))))
        }
        Command::Help => app.pane = Some(Pane::Help(HelpPage::default())),
        Command::Close => close(app),
        Command::Redraw => app.redraw = true,
        Command::Quit => files::quit(app),
        Command::Add => adding::begin(app),
        Command::Connect => connecting::begin(app, false),
        Command::ConnectMany => connecting::begin(app, true),
        Command::Reverse => saying::reverse(app),
        Command::MoveTo => moving::begin(app),
        Command::Merge => connecting::begin_merge(app),
        Command::SameThing => merging::begin_list(app),
        Command::Copy => copying::copy_cards(app),
        Command::CopyText => copying::copy_text(app),
        Command::Paste => copying::paste_cards(app),
        Command::Duplicate => saying::duplicate(app),
        Command::SignPlus => saying::sign(app, Sign::Plus),
        Command::SignMinus => saying::sign(app, Sign::Minus),
        Command::SignUnknown => saying::sign(app, Sign::Unknown),
        Command::Missing => saying::missing(app),
        Command::Weak => saying::strength(app, Some(1)),
        Command::Medium => saying::strength(app, Some(2)),
        Command::Strong => saying::strength(app, Some(3)),
        Command::NoStrength => saying::strength(app, None),
        Command::LinkCauses => saying::link_kind(app, LinkKind::Causes),
        Command::LinkActsOn => saying::link_kind(app, LinkKind::ActsOn),
        Command::LinkSteers => saying::link_kind(app, LinkKind::Steers),
        Command::LinkInforms => saying::link_kind(app, LinkKind::Informs),
        Command::LinkCooperates => saying::link_kind(app, LinkKind::Cooperates),
        Command::LinkHolds => saying::link_kind(app, LinkKind::Holds),
        Command::LinkNeeds => saying::link_kind(app, LinkKind::Needs),
        Command::LinkStops => saying::link_kind(app, LinkKind::Stops),
        Command::LinkRelates => saying::link_kind(app, LinkKind::Relates),
        Command::Hypothesis => saying::certainty(app, Some(Certainty::Hypothesis)),
        Command::Supported => saying::certainty(app, Some(Certainty::Supported)),
        Command::Confirmed => saying::certainty(app, Some(Certainty::Confirmed)),
        Command::Refuted => saying::certainty(app, Some(Certainty::Refuted)),
        Command::NotJudged => saying::certainty(app, None),
        Command::KindCause => saying::kind(app, Kind::Cause),
        Command::KindActor => saying::kind(app, Kind::Actor),
        Command::KindMeasure => saying::kind(app, Kind::Measure),
        Command::KindBenefit => saying::kind(app, Kind::Benefit),
        Command::KindNote => saying::kind(app, Kind::Note),
        Command::RoleBarrier => saying::role(app, Some(Role::Barrier)),
        Command::RoleEnabler => saying::role(app, Some(Role::Enabler)),
        Command::RoleCondition => saying::role(app, Some(Role::Condition)),
        Command::RoleTension => saying::role(app, Some(Role::Tension)),
        Command::NoRole => saying::role(app, None),
        Command::NowLow => saying::now_low(app),
        Command::MarkZoom => saying::mark(app, Mark::Zoom),
        Command::MarkIdea => saying::mark(app, Mark::Idea),
        Command::MarkPotential => saying::mark(app, Mark::Potential),
        Command::MarkPain => saying::mark(app, Mark::Pain),
        Command::MarkLeverage => saying::mark(app, Mark::Leverage),
        Command::DotMore => saying::dots(app, Dots::More),
        Command::DotLess => saying::dots(app, Dots::Less),
        Command::DotsNone => saying::dots(app, Dots::Are(0)),
        Command::DotsOne => saying::dots(app, Dots::Are(1)),
        Command::DotsTwo => saying::dots(app, Dots::Are(2)),
        Command::DotsThree => saying::dots(app, Dots::Are(3)),
        Command::DotsFour => saying::dots(app, Dots::Are(4)),
        Command::DotsFive => saying::dots(app, Dots::Are(5)),
        Command::DotsSix => saying::dots(app, Dots::Are(6)),
        Command::DotsSeven => saying::dots(app, Dots::Are(7)),
        Command::DotsEight => saying::dots(app, Dots::Are(8)),
        Command::DotsNine => saying::dots(app, Dots::Are(9)),
        Command::Flip => edit::flip(app),
        Command::Delay => edit::toggle_delay(app),
        Command::Delete => edit::delete(app),
        Command::Raise => edit::shift_level(app, true),
        Command::Lower => edit::shift_level(app, false),
        Command::AreaBefore => edit::shift_area(app, false),
        Command::AreaAfter => edit::shift_area(app, true),
        Command::Edit => form::begin(app),
        Command::Rename => form::rename(app),
        Command::NextSection | Command::PreviousSection if app.view == View::Actors => {
            cast::beside(app, command == Command::NextSection);
        }
        Command::NextSection => setup::beside(app, true),
        Command::PreviousSection => setup::beside(app, false),
        Command::AddHere => setup::add(app),
        Command::AddPart => setup::add_part(app),
        Command::EditHere => setup::edit_fields(app),
        Command::RenameHere => setup::rename(app),
        Command::RemoveHere => setup::remove(app),
        Command::MoveUp => setup::shift(app, true),
        Command::MoveDown => setup::shift(app, false),
        Command::PartOf => setup::part_of(app),
        Command::NextColor => setup::color(app, true),
        Command::PreviousColor => setup::color(app, false),
        Command::EditMap => setup::show_section(app, Section::Head),
        Command::EditLevels => setup::show_section(app, Section::Levels),
        Command::EditAreas => setup::show_section(app, Section::Areas),
        Command::EditPhases => setup::show_section(app, Section::Phases),
        Command::EditGoals => setup::show_section(app, Section::Goals),
        Command::EditSources => setup::show_section(app, Section::Sources),
        Command::EditLoops => setup::show_section(app, Section::Loops),
        Command::EditJourneys => setup::show_section(app, Section::Journeys),
        Command::EditSetAside => setup::show_section(app, Section::SetAside),
        Command::AreaOfCards => naming::area_of_cards(app),
        Command::TellLoop => telling::begin(app),
        Command::NameLoop => naming::name_loop(app),
        Command::RecordJourney => naming::record_journey(app),
        Command::AddStep => choosing::add_step(app),
        Command::OtherPart => hearing::other_part(app),
        Command::NoteIt => hearing::note(app),
        Command::LevelTable => hearing::table(app),
        Command::FoldParts => setup::fold_parts(app),
        Command::Undo => edit::undo(app),
        Command::Redo => edit::redo(app),
        Command::Save => files::save(app),
        Command::SaveAs => files::ask_path(app),
        Command::Reload => files::reload(app),
        Command::PrintSvg => printing::print(app, Medium::Svg),
        Command::PrintPng => printing::print(app, Medium::Png),
        Command::PrintHtml => printing::print(app, Medium::Html),
        Command::PrintMarkdown => printing::print(app, Medium::Markdown),
        Command::PrintMermaid => printing::print(app, Medium::Mermaid),
        Command::PrintDot => printing::print(app, Medium::Dot),
        Command::Tour => touring::toggle(app),
        Command::TourNext => touring::skip(app),
        Command::TourBack => touring::step_back(app),
        Command::NextStep => toggle_guide(app),
        Command::New => beginning::new(app),
        Command::Import => browsing::import(app),
        Command::OpenFile => browsing::browse(app, Picking::Map),
        Command::Pick => outline::pick(app),
        Command::PickAll => outline::pick_all(app),
        Command::PickNone => outline::pick_none(app),
        Command::Lists => outline::switch(app),
        Command::Filter => outline::type_filter(app),
        Command::FilterBy => narrow::begin_facets(app),
        Command::NarrowBoard => narrow::begin_for_board(app),
        Command::NarrowOff => narrow::end_for_board(app),
        Command::ListColumns => narrow::begin_columns(app),
        Command::BulkEdit => bulk::begin(app),
        Command::FilterOff => _ = outline::filter_off(app),
        Command::Sort if app.view == View::Actors => cast::sort_next(app),
        Command::SortBack if app.view == View::Actors => cast::sort_back(app),
        Command::Sort => outline::sort_next(app),
        Command::SortBack => outline::sort_back(app),
    }
}

/// The theme after this one, said by its name.
fn next_theme(app: &mut App) {
    let at = Theme::ALL.iter().position(|own| *own == app.scheme.theme).unwrap_or(0);
    app.scheme.theme = Theme::ALL[(at + 1) % Theme::ALL.len()];
    app.message = for_now(app.lang, app.scheme.theme.said(app.lang).trim_end_matches('.'));
}

fn look(app: &mut App, change: impl FnOnce(&mut Look)) {
    if let Some(open) = app.open.as_mut() {
        change(&mut open.look);
        open.look.pan = Pan::default();
    }
}

/// Shows a screen; those of a map need one.
pub fn show(app: &mut App, view: View) {
    if view != View::Start && app.open.is_none() {
        app.message = no_map(app);
        return;
    }
    let looked = walk::looked_at(app).filter(|_| view == View::Loops);
    let mut told = "";
    if let Some(open) = app.open.as_mut().filter(|_| app.view != view) {
        if let Some(at) = looked {
            open.loop_row = open.row_of_loop(at);
        }
        if app.view != View::Start {
            open.remember(app.view);
        }
        open.inspector_from = 0;
        if !matches!(view, View::Board | View::Focus | View::Review) {
            // A link that is chosen and not in sight must not be what the next command means.
            open.link_before = open.link.take().or(open.link_before.take());
        }
        if view == View::Outline {
            open.outline.begin();
        }
        if view == View::Matrix {
            matrix::begin(open);
        }
        if view == View::Staircase {
            told = settle_staircase(open, app.lang);
            if open.shown == Shown::Trail {
                open.step = open.trail.at();
            }
        }
    }
    app.view = view;
    if !told.is_empty() {
        app.message = told.to_owned();
    }
}

/// The staircase without a chain shows a loop: one through the selected card if there is one. Gives why it is that one;
/// nothing where the staircase shows what was asked for.
fn settle_staircase(open: &mut OpenMap, lang: Lang) -> &'static str {
    if open.shown != Shown::Trail || !open.trail.is_empty() {
        return "";
    }
    let through = open.card.as_ref();
    let here = open.circles.all.iter().position(|circle| through.is_some_and(|card| circle.has(card)));
    let Some(at) = here.or_else(|| (!open.circles.all.is_empty()).then_some(0)) else { return "" };
    let circle = &open.circles.all[at];
    let words = &lang.words().start;
    let said = match (here, &circle.named) {
        (Some(_), Some(_)) => words.first_named_here,
        (Some(_), None) => words.first_loop_here,
        (None, Some(_)) => words.first_named_loop,
        (None, None) => words.first_loop,
    };
    open.step = circle.cards().position(|card| Some(card) == through).unwrap_or(0);
    open.shown = Shown::Loop(at);
    said
}

/// The breadcrumb as a staircase; where nothing was walked the loop that was chosen.
fn trace(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    if open.trail.is_empty() && open.stairs().0.is_empty() {
        app.message = app.lang.words().says.walk_a_link_first.to_owned();
        return;
    }
    open.remember(app.view);
    if !open.trail.is_empty() {
        open.shown = Shown::Trail;
        open.step = open.trail.at();
    }
    app.view = View::Staircase;
}

/// Goes to another loop: in the list by a row, in the staircase to the loop shown next to this one.
fn other_loop(app: &mut App, next: bool) {
    if app.view == View::Loops {
        walk::step(app, if next { Command::Down } else { Command::Up });
        return;
    }
    let Some(open) = app.open.as_mut() else { return };
    if app.view == View::Staircase && open.climbs_listed_chain() {
        chains::next(open, next);
        return;
    }
    let order = open.loop_order();
    if order.is_empty() {
        let words = &app.lang.words().start;
        let none = open.circles.are_all();
        app.message = if none { words.no_loops } else { words.no_loops_so_short }.to_owned();
        return;
    }
    let now = match open.shown {
        Shown::Loop(at) if app.view == View::Staircase => order.iter().position(|&own| own == at),
        _ => None,
    };
    let at = match (now, next) {
        (Some(at), true) => (at + 1) % order.len(),
        (Some(at), false) => (at + order.len() - 1) % order.len(),
        (None, _) => 0,
    };
    if app.view != View::Staircase {
        open.remember(app.view);
    }
    show_loop(open, order[at]);
    app.view = View::Staircase;
}

/// Puts a loop into the staircase, the cursor on the card where a link is missing, else on its first card.
pub fn show_loop(open: &mut OpenMap, at: usize) {
    open.shown = Shown::Loop(at);
    let Some(circle) = open.circles.all.get(at) else { return };
    let walk = Walk::circle("", circle.links.clone());
    open.step = walk.and_then(|walk| walk.first_ghost(&open.map)).unwrap_or(0);
    let card = circle.cards().nth(open.step).filter(|card| open.map.node(card).is_some()).cloned();
    if card.is_some() {
        open.card = card;
        open.link = None;
    }
}

fn loops_here(app: &mut App) {
    let Some(open) = app.open.as_ref() else { return };
    let Some(card) = &open.card else { return };
    let is_actor = open.map.node(card).is_some_and(|node| node.kind == Kind::Actor);
    let Some(at) = open.circles.all.iter().position(|circle| circle.has(card)) else {
        if is_actor {
            return loops::of_actor(app);
        }
        app.message = app.lang.words().start.no_loops_here.to_owned();
        return;
    };
    show(app, View::Loops);
    if let Some(open) = app.open.as_mut() {
        open.loop_row = open.row_of_loop(at);
    }
}

/// Shows the next step on a young map, or hides it.
fn toggle_guide(app: &mut App) {
    let Some(open) = app.open.as_mut() else { return };
    open.guided = !open.guided;
    if open.guided && next_step(open).is_none() {
        app.message = app.lang.words().guide.far_enough.to_owned();
    }
}

/// Closes or lets go of one thing: the chosen link, or the filter of the outline, then the screen, then what leads
/// on.
fn close(app: &mut App) {
    if app.view == View::Outline {
        // The link is the row of the cursor there, not something chosen beside it.
        if !outline::filter_off(app) && !let_go(app) {
            app.view = View::Board;
        }
        return;
    }
    let Some(open) = app.open.as_mut() else { return };
    if app.view == View::Loops && open.only.take().is_some() {
        open.loop_row = 0;
        return;
    }
    if app.view == View::Model && open.model.line.take().is_some() {
        return;
    }
    if open.link.take().is_some() || let_go(app) {
        return;
    }
    let Some(open) = app.open.as_mut() else { return };
    if app.view == View::Board {
        if next_step(open).is_some() {
            open.guided = false;
        } else if app.tour.as_ref().is_some_and(|tour| tour.shown) {
            touring::put_away(app);
        }
    } else {
        // A loop was opened from the list: one step back is the list.
        match (app.view, open.shown) {
            (View::Staircase, Shown::Loop(at)) => {
                open.loop_row = open.row_of_loop(at);
                app.view = View::Loops;
            }
            _ => app.view = View::Board,
        }
    }
}

/// Lets go of what is picked, where picks are seen: a command that follows means the selected card again.
fn let_go(app: &mut App) -> bool {
    let picked = app.open.as_ref().is_some_and(|open| open.picks() > 0);
    let seen = entry(Command::PickNone).views.contains(&app.view);
    if picked && seen {
        perform(app, Command::PickNone);
    }
    picked && seen
}

/// The links of the selected card that lead to its effects, or to its causes, in the order of the focus.
pub(super) fn ways(open: &OpenMap, to_effects: bool) -> Vec<LinkId> {
    let Some(card) = &open.card else { return Vec::new() };
    let (causes, effects) = neighbours(&open.map, card);
    if to_effects { effects } else { causes }
}
