//! The tour: how it begins, goes on and ends.

use super::files;
use crate::tui::app::{App, Then};
use crate::tui::guide::keyed;

/// Begins the tour, puts it away, or takes it up again.
pub fn toggle(app: &mut App) {
    match app.tour.as_mut() {
        Some(tour) if tour.shown => put_away(app),
        Some(tour) => tour.shown = true,
        None => begin(app),
    }
}

/// Begins the tour from its first step, after work that is not saved was asked about.
pub fn begin(app: &mut App) {
    files::leave(app, Then::Tour);
}

/// Puts the tour away, and says how to take it up again.
pub fn put_away(app: &mut App) {
    if let Some(tour) = app.tour.as_mut() {
        tour.shown = false;
        app.message = keyed(app, app.lang.words().guide.tour_closed);
    }
}

/// Goes on to the next step without doing this one; behind the last one the tour ends.
pub fn skip(app: &mut App) {
    let (Some(tour), Some(open)) = (app.tour.as_mut(), app.open.as_ref()) else {
        begin(app);
        return;
    };
    if !tour.shown {
        tour.shown = true;
    } else if !tour.next(open) {
        app.tour = None;
    }
}

/// Looks whether the step was done, and whether the map is still the tour's.
pub fn look(app: &mut App) {
    let (Some(tour), Some(open)) = (app.tour.as_mut(), app.open.as_ref()) else {
        app.tour = None;
        return;
    };
    if tour.opening != open.opening {
        app.tour = None;
        app.message = app.lang.words().guide.tour_ended.to_owned();
        return;
    }
    if tour.shown && tour.is_done(app.view, open) && !tour.next(open) {
        app.tour = None;
    }
}
