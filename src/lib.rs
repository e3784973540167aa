//! Budget Lens: a department's budget as a page that a citizen understands in ten seconds.
//!
//! Text becomes a [`budget::Budget`], a Budget becomes figures, a figure becomes a scene, a scene
//! becomes pixels. Only the last step knows that a browser exists; all before it is plain Rust
//! that is tested natively in seconds.

/// Declares an enum together with `ALL`, the list of its variants, so that no variant can be missing from the list.
macro_rules! listed {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$each:meta])* $variant:ident,)+ }) => {
        $(#[$about])*
        pub enum $name {
            $($(#[$each])* $variant,)+
        }

        impl $name {
            /// All variants, in the order in which they are declared.
            pub const ALL: [$name; [$(stringify!($variant)),+].len()] = [$($name::$variant),+];
        }
    };
}

// In the order in which data flows; `tests/house/architecture.rs` lists which module may use which.
pub mod money;
pub mod locale;
pub mod budget;
pub mod load;
pub mod import;
pub mod check;
pub mod figure;
pub mod markup;
pub mod layout;
pub mod scene;
pub mod chart;
pub mod paint;
pub mod export;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod view;

#[cfg(not(target_arch = "wasm32"))]
pub mod facts;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
