//! What a file prints is what is read of it: number formats, hidden parts, changes that are tracked, numbers that a program
//! puts before paragraphs.

use crate::common::made::sheet_writer::workbook;
use crate::common::made::text_writer::document;
use budget_lens::import::read;
use budget_lens::import::reading::Reading;

fn reading(bytes: Vec<u8>) -> Reading {
    read("a", bytes).unwrap_or_else(|message| panic!("{message:?}")).1
}

fn blocks(reading: &Reading) -> Vec<String> {
    crate::common::made::printed::blocks(&reading.blocks)
}

/// A workbook of one sheet with these rows.
fn sheet(rows: &str) -> Vec<u8> {
    let formats = "<numFmt numFmtId=\"176\" formatCode=\"#,##0.00_ ;[Red]\\-#,##0.00\\ \"/>\
                   <numFmt numFmtId=\"177\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;;@\"/>";
    let part = format!("<sheetData>{rows}</sheetData>");
    workbook(&[("Sheet1".into(), part, "visible")], formats, &[0, 4, 176, 43, 177, 10], &["合　计", "人员 & 公用"])
}

#[test]
fn a_cell_prints_its_value_by_its_format() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>182506.58999999997</v></c>\
                <c r=\"C1\" s=\"2\"><v>-1234.5</v></c><c r=\"D1\" s=\"3\"><v>0</v></c><c r=\"E1\" s=\"5\"><v>0.125</v></c></row>\
                <row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><v>182506.58999999997</v></c>\
                <c r=\"C2\" s=\"4\"><v>46081</v></c><c r=\"D2\" t=\"str\"><f>A1</f><v>文</v></c>\
                <c r=\"E2\"><f>SUM(B1)</f><v>7.5</v></c></row>";
    let expected = [
        "0,0 合　计",
        "0,1 182,506.59",
        "0,2 -1,234.50",
        "0,3 -",
        "0,4 12.50%",
        "1,0 人员 & 公用",
        "1,1 182506.59",
        "1,2 2026年2月",
        "1,3 文",
        "1,4 7.5",
    ];
    assert_eq!(blocks(&reading(sheet(rows))), expected);
}

#[test]
fn a_formula_without_a_result_is_a_blank_and_told() {
    let reading = reading(sheet("<row><c><v>1</v></c><c><f>SUM(A1)</f></c></row>"));
    assert_eq!(blocks(&reading).len(), 1);
    let [zh, _] = &reading.unread[0].message;
    assert!(zh.contains("1 个公式没有保存结果"), "{zh}");
    assert_eq!(reading.unread[0].place.to_string(), "a 工作表“Sheet1”第1行");
}

#[test]
fn what_is_hidden_is_read_and_told() {
    let part = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row hidden=\"1\"><c><v>1</v></c><c><v>2</v></c></row>\
                <row><c><v>3</v></c><c><v>4</v></c></row></sheetData>";
    let sheets = [("内".to_string(), part.to_string(), "hidden")];
    let reading = reading(workbook(&sheets, "", &[0], &[]));
    assert_eq!(blocks(&reading), ["内", "0,0 1", "0,1 2", "1,0 3", "1,1 4"]);
    let said: Vec<_> = reading.assumed.iter().map(|assumed| assumed.message[0].as_str()).collect();
    assert_eq!(said, ["工作表“内”是隐藏的，也读了。", "工作表“内”有 2 个隐藏的行或列，也读了。"]);
}

#[test]
fn a_sheet_may_hold_several_tables() {
    let row = |number: usize, cells: &[&str]| {
        let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
        let cells = cells.iter().map(cell).collect::<Vec<_>>().concat();
        format!("<row r=\"{number}\">{cells}</row>")
    };
    let rows = [
        row(1, &["收入表"]),
        row(2, &["部门：某局", "单位：万元"]),
        row(3, &["项目", "金额"]),
        row(4, &["　　事业收入", "1.00"]),
        row(5, &["注：含上年结转"]),
        row(8, &["支出表"]),
        row(9, &["项目", "金额"]),
        row(10, &["基本支出", "2.00"]),
    ];
    let expected = [
        "收入表",
        "部门：某局  单位：万元",
        "0,0 项目",
        "0,1 金额",
        "1,0 +2 事业收入",
        "1,1 1.00",
        "注：含上年结转",
        "支出表",
        "0,0 项目",
        "0,1 金额",
        "1,0 基本支出",
        "1,1 2.00",
    ];
    assert_eq!(blocks(&reading(sheet(&rows.concat()))), expected);
}

fn text(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

#[test]
fn inserted_text_is_printed_and_deleted_text_is_not() {
    let body = format!(
        "<w:p>{}<w:ins>{}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom>{}</w:moveFrom>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>{}</w:p>",
        text("预算 &lt;"),
        text("新&#x4E00;"),
        text("移"),
        text("尾")
    );
    assert_eq!(blocks(&reading(document(&body, ""))), ["预算 <新一尾"]);
    let row = |change: &str, name: &str| {
        format!(
            "<w:tr><w:trPr>{change}</w:trPr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr>",
            text(name),
            text("1.00")
        )
    };
    let table = format!("<w:tbl>{}{}</w:tbl>", row("<w:del/>", "删"), row("<w:ins/>", "留"));
    assert_eq!(blocks(&reading(document(&table, ""))), ["0,0 留", "0,1 1.00"]);
}

#[test]
fn text_boxes_and_inner_tables_follow_what_they_stand_in() {
    let shape = format!(
        "<mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{}</w:p></w:txbxContent></mc:Choice>\
         <mc:Fallback><w:txbxContent><w:p>{}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>",
        text("框"),
        text("框")
    );
    let cell = |content: &str| format!("<w:tc>{content}</w:tc>");
    let paragraph = |name: &str| format!("<w:p>{}</w:p>", text(name));
    let inner = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl><w:p/>", cell(&paragraph("丙")), cell(&paragraph("丁")));
    let body = format!(
        "<w:p>{}<w:r>{shape}</w:r></w:p><w:tbl><w:tr>{}{}</w:tr></w:tbl>",
        text("首"),
        cell(&paragraph("甲")),
        cell(&(paragraph("乙") + &inner))
    );
    assert_eq!(blocks(&reading(document(&body, ""))), ["首", "框", "0,0 甲", "0,1 乙", "0,0 丙", "0,1 丁"]);
}

#[test]
fn the_numbers_that_word_counts_are_part_of_the_text() {
    let level = |at: usize, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let lists = format!(
        "<w:abstractNum w:abstractNumId=\"3\">{}{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"3\"/></w:num>",
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "decimal", "（%2）")
    );
    let paragraph = |level: usize, name: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}</w:p>",
            text(name)
        )
    };
    let body =
        [paragraph(0, "收入"), paragraph(1, "税"), paragraph(1, "费"), paragraph(0, "支出"), paragraph(1, "人员")];
    let expected = ["一、收入", "（1）税", "（2）费", "二、支出", "（1）人员"];
    assert_eq!(blocks(&reading(document(&body.concat(), &lists))), expected);
}

#[test]
fn a_page_set_in_tables_is_text_and_its_tables_are_tables() {
    let page = "<html><head><title>某局预算</title><style>p{}</style></head><body><table><tr><td>导航<td>首页</table>
        <table><tr><td><p>正文&nbsp;甲<table><tr><th rowspan=2>项目<th colspan=2>金额<tr><td>合计<td>基本
        <tr><td style='mso-char-indent-count:2;'>人员<td>1,000.00</td><td>1,000.00</td></tr></table></td></tr></table>
        <script>var a = '<table>';</script></body></html>";
    let expected = [
        "某局预算",
        "导航",
        "首页",
        "正文\u{a0}甲",
        "0,0 2×1 项目",
        "0,1 1×2 金额",
        "1,1 合计",
        "1,2 基本",
        "2,0 +2 人员",
        "2,1 1,000.00",
        "2,2 1,000.00",
    ];
    assert_eq!(blocks(&reading(page.into())), expected);
    let (bytes, _, _) = encoding_rs::GB18030.encode("<html><meta charset=gb2312><p>财政拨款</p></html>");
    assert_eq!(blocks(&reading(bytes.into_owned())), ["财政拨款"]);
}

#[test]
fn sentences_with_grouped_digits_are_no_table() {
    let sentences = "收入1,234.50万元,其中：拨款1,000.00万元\n支出2,234.50万元,其中：基本2,000.00万元\n";
    assert_eq!(blocks(&reading(sentences.into())).len(), 2);
}

#[test]
fn parts_of_a_line_that_stand_in_one_column_are_one_text() {
    let lines = "项目            合计     基本支出\n行政运行        1.00         1.00\n教育  甲 乙丙丁戊己庚   2.00         2.00\n结转      结余    3.00\n";
    let read = blocks(&reading(lines.into()));
    let texts: Vec<&str> = read.iter().map(|cell| cell.split_once(' ').map_or("", |(_, text)| text)).collect();
    for text in ["教育  甲 乙丙丁戊己庚", "1.00", "2.00", "结转  结余", "3.00"] {
        assert!(texts.iter().any(|cell| cell.contains(text)), "{text}: {read:?}");
    }
}
