//! In the browser, the page; natively, the command line for those who publish.

#[cfg(target_arch = "wasm32")]
fn main() {
    budget_lens::view::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    budget_lens::cli::run(std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()))
}
