//! A plain static server for `make serve` and for the browser tests: any folder, from any
//! sub-path, under the strict policy that the page must work under.
//!
//!     cargo run --example serve -- dist 8080

use std::path::Path;
use std::process::ExitCode;

#[path = "../tests/common/policy.rs"]
mod policy;
#[path = "../tests/common/server.rs"]
mod server;

/// The page shows itself in a frame where it offers to be embedded.
const FRAMES: &str = "; frame-src 'self'";

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [folder, port] = &arguments[..] else {
        eprintln!("usage: serve FOLDER PORT");
        return ExitCode::from(2);
    };
    let site =
        server::Site { policy: Some(policy::with_styles(Path::new(folder)) + FRAMES), ..server::Site::of(folder) };
    match server::start(&format!("127.0.0.1:{port}"), site) {
        Ok(server) => {
            println!("预算透视 Budget Lens: http://{}/  (Ctrl-C to stop)", server.address);
            server.wait();
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("port {port} of 127.0.0.1 cannot be used: {error}. Try another: make serve PORT=8081");
            ExitCode::FAILURE
        }
    }
}
