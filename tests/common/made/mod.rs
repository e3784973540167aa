//! Documents that tests make: how they are drawn, a writer for each kind of file, and what is read of them as text.

pub mod archive_writer;
pub mod columns_writer;
pub mod containers;
pub mod drawn;
pub mod library;
pub mod model;
pub mod pdf_document;
pub mod pdf_reading;
pub mod pdf_table;
pub mod pdf_writer;
pub mod printed;
pub mod recognised;
pub mod sheet_writer;
pub mod sound;
pub mod text_writer;
