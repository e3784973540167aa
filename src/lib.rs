//! Budget Lens: a department's budget as a page that a citizen understands in ten seconds.
//!
//! Text becomes a [`budget::Budget`], a Budget becomes figures, a figure becomes a scene, a scene
//! becomes pixels. Only the last step knows that a browser exists; all before it is plain Rust
//! that is tested natively in seconds.

/// Writes an enum down once, for the type and for the list of all its variants: a list by hand may lack the newest.
macro_rules! listed {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$each:meta])* $variant:ident,)+ }) => {
        $(#[$about])*
        pub enum $name {
            $($(#[$each])* $variant,)+
        }

        impl $name {
            /// All of them, in the order in which they are declared.
            pub const ALL: [$name; [$(stringify!($variant)),+].len()] = [$($name::$variant),+];
        }
    };
}

// In the order in which data flows; arrows point back up this list only (tests/house/architecture.rs).
pub mod money;
pub mod words;
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
pub mod cli;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
