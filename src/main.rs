//! The program `floke`: arguments in, exit code out. Everything else is in the library.

fn main() -> std::process::ExitCode {
    floke::cli::main()
}
