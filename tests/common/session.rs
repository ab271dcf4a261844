//! The real program in a real (pseudo) terminal.
#![allow(dead_code, reason = "each test file uses its part")]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

pub const ROWS: u16 = 30;
pub const COLUMNS: u16 = 100;
/// Far longer than anything takes; a machine under load may be slow.
const PATIENCE: Duration = Duration::from_secs(30);

/// A terminal with the program in it.
pub struct Session {
    pub master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    pub screen: Arc<Mutex<vt100::Parser>>,
    pub before: String,
    home: tempfile::TempDir,
}

impl Session {
    /// Opens a file of that name and text in a folder of its own.
    pub fn open_file(name: &str, text: &str, environment: &[(&str, &str)]) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        std::fs::write(home.path().join(name), text).expect("written");
        Self::start(&[name], environment, home)
    }

    /// Starts the program with these arguments in an empty folder.
    pub fn open(args: &[&str], environment: &[(&str, &str)]) -> Self {
        Self::start(args, environment, tempfile::tempdir().expect("a folder"))
    }

    fn start(args: &[&str], environment: &[(&str, &str)], home: tempfile::TempDir) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let before = modes(&*pair.master);
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_floke"));
        command.args(args);
        // Nothing of whoever runs the tests: neither settings, nor a list of maps, nor what says how many colours
        // there are (a machine that tests sets `CI`, and with it there are fewer).
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("FLOKE_LANG", "en");
        command.cwd(home.path());
        command.env("HOME", home.path());
        command.env("XDG_CONFIG_HOME", home.path().join("config"));
        command.env("XDG_STATE_HOME", home.path().join("state"));
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(cells(ROWS), cells(COLUMNS), 0)));
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let seen = Arc::clone(&screen);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read) = reader.read(&mut bytes) {
                if read == 0 {
                    break;
                }
                seen.lock().unwrap_or_else(PoisonError::into_inner).process(&bytes[..read]);
            }
        });
        let writer = pair.master.take_writer().expect("a writer");
        Self { master: pair.master, writer, child, screen, before, home }
    }

    /// The folder it works in.
    pub fn folder(&self) -> &std::path::Path {
        self.home.path()
    }

    pub fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).expect("keys go in");
        self.writer.flush().expect("keys go in");
    }

    pub fn look<T>(&self, look: impl FnOnce(&vt100::Screen) -> T) -> T {
        look(self.screen.lock().unwrap_or_else(PoisonError::into_inner).screen())
    }

    pub fn wait_for(&self, what: &str, seen: impl Fn(&vt100::Screen) -> bool) {
        let began = Instant::now();
        while !self.look(&seen) {
            assert!(
                began.elapsed() < PATIENCE,
                "never saw {what}:\n{}",
                self.look(|screen| screen.contents())
            );
            thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn wait_for_text(&self, text: &str) {
        self.wait_for(text, |screen| screen.contents().contains(text));
    }

    pub fn end(&mut self) -> ExitStatus {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the program can be asked") {
                return status;
            }
            assert!(began.elapsed() < PATIENCE, "it never ended");
            thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn assert_restored(&self) {
        // The last bytes may still be on their way when the program has ended.
        self.wait_for("the first screen again", |screen| !screen.alternate_screen());
        self.wait_for("the cursor", |screen| !screen.hide_cursor());
        self.look(|screen| {
            assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
            assert!(!screen.bracketed_paste());
        });
        assert_eq!(modes(&*self.master), self.before, "raw mode is off again");
    }
}

pub fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("there are some")
}

/// The modes of the line: whether it echoes, and waits for whole lines.
pub fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("a terminal has modes").local_flags)
}
