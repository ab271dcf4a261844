//! The worker: one thread for whatever may take long, so that a frame never waits.
//!
//! A job carries the generation of the map it is about. A job of another generation ends those before it, and what
//! they still say is told apart by their generation. Jobs of one generation are all done, one after the other. What
//! is asked is `question`'s; here is only who does it when.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::question::{Answer, Question, answer};
use crate::analysis::budget::Budget;
use crate::analysis::loops::{Found, Loop, LoopQuery, find_loops};
use crate::map::{Map, Snapshot};

/// The most steps of one search. On the machines of today that is some seconds.
pub const STEPS: u64 = 400_000_000;
/// The most loops the editor lists.
pub const MOST_LOOPS: usize = 20_000;
/// The most links of a loop that the editor looks for, and of a chain, unless somebody wants longer ones.
pub const MAX_LENGTH: usize = 8;
/// The lengths that can be asked for one after the other.
pub const LENGTHS: [usize; 3] = [MAX_LENGTH, 10, 12];

const BATCH: usize = 256;
/// No generation is this one, so the job under way ends soon.
const NOBODY: u64 = u64::MAX;

/// Work to do: find something out.
#[derive(Clone, Debug)]
pub struct Job {
    /// Of which state of the map.
    pub generation: u64,
    /// What is asked.
    pub question: Question,
    /// The map's links.
    pub snapshot: Arc<Snapshot>,
    /// The map; only where the question reads it, since a map that the worker holds is copied when it changes.
    pub map: Option<Arc<Map>>,
    /// The version that the map is compared with, where that is asked.
    pub base: Option<Arc<Map>>,
    /// The most steps to take.
    pub steps: u64,
    /// Whether to begin only after a moment of quiet: the map is large and somebody is changing it.
    pub patient: bool,
}

/// What the worker says.
#[derive(Clone, Debug)]
pub struct Report {
    /// Of which state of the map.
    pub generation: u64,
    /// What of it.
    pub said: Said,
}

/// What a report says.
#[derive(Clone, Debug)]
pub enum Said {
    /// More loops.
    Loops {
        /// The place of the first of them among all that the search finds.
        first: usize,
        /// The loops, in order.
        loops: Vec<Loop>,
        /// There at the end.
        done: Option<Found>,
    },
    /// The answer to a question, if it has one, and the links it is about.
    Answer(Question, Option<Box<Answer>>, Arc<Snapshot>),
}

impl Report {
    /// Whether the job that it is about is done.
    #[must_use]
    pub fn ends(&self) -> bool {
        !matches!(self.said, Said::Loops { done: None, .. })
    }
}

/// The worker thread. It ends when this is dropped.
#[derive(Debug)]
pub struct Worker {
    jobs: Sender<Job>,
    reports: Receiver<Report>,
    latest: Arc<AtomicU64>,
    // How many jobs of the latest generation are not done.
    open: usize,
    #[cfg(test)]
    log: Vec<(u64, Question)>,
}

impl Default for Worker {
    fn default() -> Self {
        let (jobs, inbox) = channel::<Job>();
        let (outbox, reports) = channel();
        let latest = Arc::new(AtomicU64::new(0));
        let current = Arc::clone(&latest);
        thread::spawn(move || {
            let mut waiting: Vec<Job> = Vec::new();
            // What was listed last, for questions about it.
            let mut listed = Vec::new();
            loop {
                if waiting.is_empty() {
                    match inbox.recv() {
                        Ok(job) => waiting.push(job),
                        Err(_) => return,
                    }
                }
                waiting.extend(inbox.try_iter());
                // Only jobs about the map as it is now are worth doing.
                waiting.retain(|job| job.generation == current.load(Ordering::Relaxed));
                let next = waiting.iter().enumerate().min_by_key(|(_, job)| &job.question);
                if let Some(at) = next.map(|(at, _)| at) {
                    work(waiting.remove(at), &mut listed, &current, &outbox);
                }
            }
        });
        Self {
            jobs,
            reports,
            latest,
            open: 0,
            #[cfg(test)]
            log: Vec::new(),
        }
    }
}

impl Worker {
    /// Hands over a job; those of another generation are dropped.
    pub fn start(&mut self, job: Job) {
        if !self.is_about(job.generation) {
            self.open = 0;
            self.latest.store(job.generation, Ordering::Relaxed);
        }
        #[cfg(test)]
        self.log.push((job.generation, job.question.clone()));
        if self.jobs.send(job).is_ok() {
            self.open += 1;
        }
    }

    /// Whether the jobs handed over last are about that state of the map.
    #[must_use]
    pub fn is_about(&self, generation: u64) -> bool {
        self.latest.load(Ordering::Relaxed) == generation
    }

    /// Drops all jobs: what they would say is about a map that is no more.
    pub fn drop_jobs(&mut self) {
        self.latest.store(NOBODY, Ordering::Relaxed);
        self.open = 0;
    }

    /// Whether a job is under way.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.open > 0
    }

    /// What the worker has said meanwhile; `None` if nothing. Does not wait.
    pub fn poll(&mut self) -> Option<Report> {
        match self.reports.try_recv() {
            Ok(report) => Some(self.heard(report)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.open = 0;
                None
            }
        }
    }

    /// Waits for the next thing the worker says; `None` if it has nothing to do.
    pub fn wait(&mut self) -> Option<Report> {
        if !self.is_busy() {
            return None;
        }
        match self.reports.recv() {
            Ok(report) => Some(self.heard(report)),
            Err(_) => {
                self.open = 0;
                None
            }
        }
    }

    /// Every job that was handed over.
    #[cfg(test)]
    pub fn log(&self) -> &[(u64, Question)] {
        &self.log
    }

    fn heard(&mut self, report: Report) -> Report {
        if report.ends() && self.is_about(report.generation) {
            self.open = self.open.saturating_sub(1);
        }
        report
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.latest.store(NOBODY, Ordering::Relaxed);
    }
}

fn work(job: Job, listed: &mut Vec<Loop>, current: &AtomicU64, outbox: &Sender<Report>) {
    let Job { generation, question, snapshot, map, base, steps, .. } = job;
    let outdated = || current.load(Ordering::Relaxed) != generation;
    let mut budget = Budget::steps(steps).with_stop(&outdated);
    let said = match question {
        Question::Loops(longest) => {
            let mut say = |said| outbox.send(Report { generation, said }).is_ok();
            listed.clear();
            list(&snapshot, longest, listed, &mut budget, &mut say)
        }
        question => {
            let found = answer(&question, (map.as_ref(), base.as_ref()), &snapshot, listed, &mut budget)
                .map(Box::new);
            Said::Answer(question, found, snapshot)
        }
    };
    // Nobody listens any more when the editor has ended.
    let _ = outbox.send(Report { generation, said });
}

/// Lists loops, keeps them and says them as they come; what it gives is to be said at the end.
fn list(
    snapshot: &Snapshot,
    longest: usize,
    listed: &mut Vec<Loop>,
    budget: &mut Budget<'_>,
    say: &mut dyn FnMut(Said) -> bool,
) -> Said {
    let query = LoopQuery { max_length: longest, size_limit: MOST_LOOPS, ..LoopQuery::default() };
    let mut loops = Vec::with_capacity(BATCH);
    let (mut first, mut sent) = (0, Instant::now());
    let done = find_loops(snapshot, &query, budget, &mut |found| {
        listed.push(found.clone());
        loops.push(found);
        if loops.len() >= BATCH || sent.elapsed() > Duration::from_millis(50) {
            sent = Instant::now();
            let at = first;
            first += loops.len();
            if !say(Said::Loops { first: at, loops: std::mem::take(&mut loops), done: None }) {
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    });
    Said::Loops { first, loops, done: Some(done) }
}
