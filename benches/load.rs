//! How long keys wait while the worker lists long loops: a generated map of 1,000 cards and 3,000 links, loops of up to
//! 12 links coming in, 20 keys a second on screens that show them. Printed is the time from when a key is due to the
//! bytes of its frame, news from the worker between keys among it, as in the editor.

#[path = "../tests/common/chance.rs"]
mod chance;
#[path = "../tests/common/four_levels.rs"]
mod four_levels;

use std::time::{Duration, Instant};

use floke::text::Lang;
use floke::tui::app::App;
use floke::tui::event::Event;
use floke::tui::job::Worker;
use floke::tui::screen::read_script;
use floke::tui::stage::Stage;
use floke::tui::update::update;
use floke::tui::{Sheet, Start};

/// Keys a second: one each so many milliseconds.
const EACH: Duration = Duration::from_millis(50);
/// News are shown so often, and taken in for so long at a time.
const NEWS: Duration = Duration::from_millis(100);
const SLICE: Duration = Duration::from_millis(2);
/// So many keys are pressed at most.
const KEYS: usize = 400;

fn main() {
    let sheet = Sheet { unsaved: false, ..Sheet::unsaved(four_levels::map(1_000, 3_000)) };
    let mut app = App::new(Start::Map(Box::new(sheet)), Lang::En, (120, 40));
    let (mut stage, mut worker) = (Stage::new(app.size), Worker::default());
    let walk = "jjjjj<right>kk<pgdn><pgup><end><home>W<tab>jjs4zujj<esc>Xjj1<right><down>2<right>4jjj";
    let keys = read_script(&format!("4++{}", walk.repeat(20))).expect("keys");
    let (mut waits, mut streaming) = (Vec::new(), 0);
    let mut frame = |app: &mut App| stage.frame(app).expect("a frame").len();
    frame(&mut app);
    for play in keys.into_iter().take(KEYS) {
        let due = Instant::now() + EACH;
        let mut shown = Instant::now();
        let mut news = false;
        while Instant::now() < due {
            for job in app.jobs.drain(..) {
                worker.start(job);
            }
            let began = Instant::now();
            while began.elapsed() < SLICE
                && let Some(report) = worker.poll()
            {
                update(&mut app, Event::Report(report));
                news = true;
            }
            if news && shown.elapsed() >= NEWS {
                (news, shown) = (false, Instant::now());
                frame(&mut app);
            }
            std::thread::sleep(Duration::from_millis(1).min(due.saturating_duration_since(Instant::now())));
        }
        streaming += usize::from(worker.is_busy());
        update(&mut app, play.event);
        frame(&mut app);
        waits.push(due.elapsed());
    }
    waits.sort_unstable();
    let at = |part: usize| waits[(waits.len() * part / 1000).min(waits.len() - 1)].as_secs_f64() * 1000.0;
    let listed = app.open.as_ref().map_or(0, |open| open.circles.all.len());
    println!("{} keys, {streaming} of them while the worker was at it; {listed} loops listed", waits.len());
    println!(
        "ms to the frame: half {:.1}, 95 % {:.1}, 99 % {:.1}, most {:.1}",
        at(500),
        at(950),
        at(990),
        at(1000)
    );
}
