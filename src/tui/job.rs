//! The worker: one thread for whatever may take long, so that a frame never waits.
//!
//! A job carries the generation of the map it is about. A newer job ends the older one, and what the older one
//! still says is told apart by its generation.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::analysis::budget::Budget;
use crate::analysis::loops::{Found, Loop, LoopQuery, find_loops};
use crate::map::Snapshot;

/// The most steps of one search. On the machines of today that is some seconds.
pub const STEPS: u64 = 400_000_000;
/// The most loops the editor lists.
pub const MOST_LOOPS: usize = 20_000;
/// The most links of a loop that the editor looks for.
pub const MAX_LENGTH: usize = 8;

const BATCH: usize = 256;
/// No generation is this one, so the job under way ends soon.
const NOBODY: u64 = u64::MAX;

/// Work to do: find the loops.
#[derive(Clone, Debug)]
pub struct Job {
    /// Of which state of the map.
    pub generation: u64,
    /// The map.
    pub snapshot: Arc<Snapshot>,
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
    /// Loops, in order.
    pub loops: Vec<Loop>,
    /// There at the end.
    pub done: Option<Found>,
}

/// The worker thread. It ends when this is dropped.
#[derive(Debug)]
pub struct Worker {
    jobs: Sender<Job>,
    reports: Receiver<Report>,
    latest: Arc<AtomicU64>,
    busy: bool,
}

impl Default for Worker {
    fn default() -> Self {
        let (jobs, inbox) = channel::<Job>();
        let (outbox, reports) = channel();
        let latest = Arc::new(AtomicU64::new(0));
        let current = Arc::clone(&latest);
        thread::spawn(move || {
            while let Ok(mut job) = inbox.recv() {
                // Only the newest job is worth doing.
                while let Ok(newer) = inbox.try_recv() {
                    job = newer;
                }
                work(&job, &current, &outbox);
            }
        });
        Self { jobs, reports, latest, busy: false }
    }
}

impl Worker {
    /// Hands over a job; one under way is dropped.
    pub fn start(&mut self, job: Job) {
        self.latest.store(job.generation, Ordering::Relaxed);
        self.busy = self.jobs.send(job).is_ok();
    }

    /// Drops the job under way: what it would say is about a map that is no more.
    pub fn drop_job(&mut self) {
        self.latest.store(NOBODY, Ordering::Relaxed);
        self.busy = false;
    }

    /// Whether a job is under way.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.busy
    }

    /// What the worker has said meanwhile; `None` if nothing. Does not wait.
    pub fn poll(&mut self) -> Option<Report> {
        match self.reports.try_recv() {
            Ok(report) => Some(self.heard(report)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.busy = false;
                None
            }
        }
    }

    /// Waits for the next thing the worker says; `None` if it has nothing to do.
    pub fn wait(&mut self) -> Option<Report> {
        if !self.busy {
            return None;
        }
        match self.reports.recv() {
            Ok(report) => Some(self.heard(report)),
            Err(_) => {
                self.busy = false;
                None
            }
        }
    }

    fn heard(&mut self, report: Report) -> Report {
        if report.done.is_some() && report.generation == self.latest.load(Ordering::Relaxed) {
            self.busy = false;
        }
        report
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.latest.store(NOBODY, Ordering::Relaxed);
    }
}

fn work(job: &Job, current: &AtomicU64, outbox: &Sender<Report>) {
    let outdated = || current.load(Ordering::Relaxed) != job.generation;
    let mut budget = Budget::steps(job.steps).with_stop(&outdated);
    let query = LoopQuery { max_length: MAX_LENGTH, size_limit: MOST_LOOPS, ..LoopQuery::default() };
    let mut batch = Vec::with_capacity(BATCH);
    let mut sent = Instant::now();
    let found = find_loops(&job.snapshot, &query, &mut budget, &mut |found| {
        batch.push(found);
        if batch.len() >= BATCH || sent.elapsed() > Duration::from_millis(50) {
            sent = Instant::now();
            let report = Report { generation: job.generation, loops: std::mem::take(&mut batch), done: None };
            if outbox.send(report).is_err() {
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    });
    // Nobody listens any more when the editor has ended.
    let _ = outbox.send(Report { generation: job.generation, loops: batch, done: Some(found) });
}
