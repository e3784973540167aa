//! What once broke a property is kept in a file beside its test, and tried before anything else.

use proptest::test_runner::{Config, FileFailurePersistence};

/// These settings, with that file: `NAME.proptest-regressions` for `NAME.rs`.
pub fn beside(mut config: Config) -> Config {
    config.failure_persistence = Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions")));
    config
}
