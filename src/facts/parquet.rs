//! Rows as a file of Parquet, column by column. Arrow, by way of which most programs write it, would be many times as
//! much to build.

use std::sync::Arc;

use ::parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical};
use ::parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, FixedLenByteArray, FixedLenByteArrayType, Int32Type,
};
use ::parquet::errors::Result;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::{EnabledStatistics, WriterProperties};
use ::parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use ::parquet::schema::types::{Type, TypePtr};

use super::column::{COLUMNS, Column, Kind};
use super::fact::Fact;
use super::origin::Origin;

/// The version of the columns, which stands in every file.
pub const FORMAT: &str = "budget-lens-facts/1";
/// How many digits an amount may have, all of them, and behind the point: as many as sums over a country need.
const DIGITS: i32 = 38;
const PLACES: i32 = 6;
/// How many bytes hold them.
const BYTES: i32 = 16;

/// The rows of a document as the bytes of a file.
pub fn parquet(origin: &Origin, facts: &[Fact]) -> Result<Vec<u8>> {
    let mut file = SerializedFileWriter::new(Vec::new(), schema()?, Arc::new(properties()))?;
    if !facts.is_empty() {
        let mut group = file.next_row_group()?;
        for column in &COLUMNS {
            let Some(mut writer) = group.next_column()? else { break };
            write(&mut writer, column, origin, facts)?;
            writer.close()?;
        }
        group.close()?;
    }
    file.into_inner()
}

/// The same on every machine and every day. Files are of one document each, so that no statistics would spare any reader
/// one of them.
fn properties() -> WriterProperties {
    WriterProperties::builder()
        .set_created_by(concat!("budget-lens version ", env!("CARGO_PKG_VERSION")).into())
        .set_key_value_metadata(Some(vec![KeyValue::new("format".into(), FORMAT.to_string())]))
        .set_compression(Compression::SNAPPY)
        .set_statistics_enabled(EnabledStatistics::None)
        .set_offset_index_disabled(true)
        .build()
}

fn schema() -> Result<TypePtr> {
    let fields = COLUMNS.iter().map(|column| field(column).map(Arc::new)).collect::<Result<_>>()?;
    Type::group_type_builder("fact").with_fields(fields).build().map(Arc::new)
}

fn field(column: &Column) -> Result<Type> {
    let of = |physical| Type::primitive_type_builder(column.name, physical);
    let text = || of(Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String));
    let (field, repetition) = match column.kind {
        Kind::Words(_) => (text(), Repetition::REQUIRED),
        Kind::WordsIfAny(_) => (text(), Repetition::OPTIONAL),
        Kind::Whole(_) => (of(Physical::INT32), Repetition::OPTIONAL),
        Kind::Flag(_) => (of(Physical::BOOLEAN), Repetition::OPTIONAL),
        Kind::Yuan(_) => {
            let decimal = LogicalType::decimal(PLACES, DIGITS);
            let bytes = of(Physical::FIXED_LEN_BYTE_ARRAY).with_length(BYTES);
            let bytes = bytes.with_logical_type(Some(decimal)).with_converted_type(ConvertedType::DECIMAL);
            (bytes.with_precision(DIGITS).with_scale(PLACES), Repetition::OPTIONAL)
        }
    };
    field.with_repetition(repetition).build()
}

fn write(writer: &mut SerializedColumnWriter, column: &Column, origin: &Origin, facts: &[Fact]) -> Result<()> {
    let bytes = |words: String| ByteArray::from(words.into_bytes());
    match column.kind {
        Kind::Words(of) => {
            let values: Vec<_> = facts.iter().map(|fact| bytes(of(origin, fact))).collect();
            writer.typed::<ByteArrayType>().write_batch(&values, None, None).map(drop)
        }
        Kind::WordsIfAny(of) => optional::<ByteArrayType>(writer, facts.iter().map(|fact| of(origin, fact).map(bytes))),
        Kind::Whole(of) => optional::<Int32Type>(writer, facts.iter().map(of)),
        Kind::Flag(of) => optional::<BoolType>(writer, facts.iter().map(of)),
        Kind::Yuan(of) => {
            let decimal = |millionths: i128| FixedLenByteArray::from(millionths.to_be_bytes().to_vec());
            optional::<FixedLenByteArrayType>(writer, facts.iter().map(|fact| of(fact).map(decimal)))
        }
    }
}

/// Writes values of which some are missing: for each whether it is there, and those that are.
fn optional<T: DataType>(
    writer: &mut SerializedColumnWriter,
    values: impl Iterator<Item = Option<T::T>>,
) -> Result<()> {
    let (mut present, mut levels) = (Vec::new(), Vec::new());
    for value in values {
        levels.push(i16::from(value.is_some()));
        present.extend(value);
    }
    writer.typed::<T>().write_batch(&present, Some(&levels), None).map(drop)
}
