//! In the browser, the page; natively, the command line for those who publish.

#[cfg(target_arch = "wasm32")]
fn main() {
    // Whoever works on the page reads in the console where it panicked; a release has neither the words nor the places.
    if option_env!("QUICK").is_some_and(|quick| !quick.is_empty()) {
        std::panic::set_hook(Box::new(|panic| budget_lens::view::log_error(&panic.to_string())));
    }
    budget_lens::view::mount();
}

/// The allocator that counts memory, so that a file made to take all of it ends this program and not the machine.
#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static MEMORY: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    budget_lens::cli::run(std::env::args_os(), || MEMORY.allocated())
}
