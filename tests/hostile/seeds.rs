//! Small files of every kind, with all that their readers know in them, and what else is fuzzed: what fuzzing begins with.

use crate::common::made::archive_writer::archive;
use crate::common::made::columns_writer::columns;
use crate::common::made::model::Model;
use crate::common::made::pdf_document::{Look, Ruled, pdf};
use crate::common::made::pdf_writer::{Page, Pdf};
use crate::common::made::sheet_writer::{Sheet, ods, workbook, xls, xlsx};
use crate::common::made::text_writer::{csv, document, docx, html, tabs};
use crate::common::{example::example, repository};
use serde_json::Value;

const DRAWING: &str = "
    某区民政局2026年部门预算
    表1 收支总表
    部门名称：某区民政局
    单位：万元
    收入 | < | 支出 | <
    项目 | 预算数 | 项目 | 预算数
    一、一般公共预算拨款收入 | 1,182.50 | 一、一般公共服务支出 | 1,120.50
     | | 二、社会保障和就业支出 | 62.00
    收入总计 | 1,182.50 | 支出总计 | 1,182.50
    表3 支出总表
    单位：元
    科目编码 | 科目名称 | 2026年预算数 | < | <
    ^ | ^ | 合计 | 基本支出 | 项目支出
    合计 | | 4.00 | 1.00 | 3.00
    201 | 一般公共服务支出 | 1.00 | 1.00 |
    20138 | 市场监督管理事务 | 1.00 | 1.00 |
    208 | 社会保障和就业支出 | 3.00 | | 3.00";

/// The files: the reader that each is for, its name, and what is in it.
pub fn seeds() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let model = Model::of(DRAWING);
    let sheets = [Sheet::of(&model)];
    let (gb, _, _) = encoding_rs::GB18030.encode(DRAWING);
    let page = html(&model);
    vec![
        ("pdf", "document", pdf(&model, Look { font: "Gbk", ruled: Ruled::Areas, turned: 2, rows: 9 })),
        ("pdf", "ruled", ruled().bytes()),
        ("pdf", "fonts", fonts()),
        ("pdf", "open", open()),
        ("pdf", "picture", picture()),
        ("xlsx", "tables", xlsx(&sheets)),
        ("xlsx", "formats", formats()),
        ("xls", "tables", xls(&sheets)),
        ("ods", "tables", ods(&sheets)),
        ("docx", "tables", docx(&model)),
        ("docx", "changes", changes()),
        ("html", "tables", page.clone().into_bytes()),
        (
            "html",
            "nested",
            format!("<html><table><tr><td>导航<td>{page}<td><img src=a></table>&nbsp;&#x4E00;").into_bytes(),
        ),
        ("text", "commas", csv(&model).into_bytes()),
        ("text", "tabs", tabs(&model).into_bytes()),
        ("text", "columns", columns(&model).into_bytes()),
        ("text", "gb18030", gb.into_owned()),
        (
            "zip",
            "two",
            archive(&[("预算/1.xlsx", &xlsx(&sheets)), ("预算/2.csv", csv(&model).as_bytes()), ("a.png", b"\x89PNG")]),
        ),
        ("recogniser", "tables", DRAWING.into()),
        ("recogniser", "pages", pages().into()),
        ("load", "example", example().into_bytes()),
        ("load", "odd", odd()),
        ("narrative", "department", NARRATIVE.into()),
        ("csv", "cells", CELLS.into()),
    ]
}

/// A budget with all that is unusual, a few lines of each table.
fn odd() -> Vec<u8> {
    const LINES: usize = 8;
    let mut odd: Value = serde_json::from_str(&repository::text("tests/data/odd.json")).unwrap();
    for table in odd["tables"].as_array_mut().unwrap() {
        table["lines"].as_array_mut().unwrap().truncate(LINES);
    }
    odd.to_string().into_bytes()
}

/// Sentences of each kind that states numbers.
const NARRATIVE: &str = "第三部分 2026年部门预算情况说明
    一、关于收支预算情况的总体说明
    某区民政局2026年收支总预算1,182.50万元，比上年增加82.50万元，增长7.5%，主要是人员增加。
    二、关于收入预算情况的说明
    收入预算1,182.50万元，其中：一般公共预算拨款收入1,182.50万元，占100%；上年结转0.00万元。
    三、关于支出预算情况的说明
    支出预算1,182.50万元，其中：基本支出1,120.50万元，占94.76%，项目支出62.00万元，占5.24%。
    （一）一般公共服务支出（类）市场监督管理事务（款）1,120.50万元，较上年执行数减少１．５万元，下降0.13%。
    1.工资福利支出800.00万元；2.商品和服务支出320.50万元（含办公费20万元）。
    八、“三公”经费预算6万元，与上年持平，其中：因公出国（境）费1.00万元，公务接待费2.00万元，
    公务用车购置及运行费3.00万元（购置费0万元，运行费3万元）。
    九、机关运行经费320.50万元，比2025年的300万元增加20.50万元。
    十、政府采购预算总额50.00万元：货物20.00万元、工程10.00万元、服务20.00万元。
    十一、截至2025年12月31日，共有车辆3辆，单价100万元以上设备2台（套），房屋1,200平方米。
    十二、2026年实行绩效目标管理的项目3个，涉及资金62.00万元。行政编制25名，实有20人。
    第四部分 名词解释
    一、财政拨款收入：指本级财政当年拨付的资金。";

/// A table with all that a cell may have in it.
const CELLS: &str = "合计 | 支出/合计 | 支出/合计 | *说明 | *=SUM(A1)
201 | 一般公共服务支出 | 1234.50 | -0.50 | 甲,乙 | 丙\"丁\"\\n戊
'208 | =1+1 | 0.00 |  | \t | -5%
 | @甲 | 9999999999999999.99 | 1 | +3 | －三\\r\\p";

/// Two pages of one table, one of them turned, and a form.
fn ruled() -> Pdf {
    let mut pdf = Pdf::default();
    let form = pdf.stream("/Subtype /Form /Matrix [1 0 0 1 5 5]", "10 10 200 20 re S");
    let mut page = Page::new();
    page.external = format!("/Form {form} 0 R");
    page.text(200.0, 350.0, "支出总表").text(400.0, 330.0, "单位：万元").draw("q /Form Do Q");
    page.lattice(&[50.0, 250.0, 350.0, 450.0], &[300.0, 280.0, 260.0]);
    page.text(60.0, 285.0, "科目名称").text(260.0, 285.0, "合计").text(360.0, 285.0, "基本支出");
    page.text(60.0, 265.0, "合计").text(260.0, 265.0, "1,234.50").text(360.0, 265.0, "1,234.50");
    pdf.page(&page);
    page.entries = "/Rotate 90".into();
    pdf.page(&page);
    pdf
}

/// A page in every font, with all that moves text.
fn fonts() -> Vec<u8> {
    let mut page = Page::new();
    page.show(50.0, 330.0, "Gbk", "D6A7B3F631322E35").show(50.0, 310.0, "Ucs2", "652F51FA0031");
    page.show(50.0, 290.0, "Helvetica", "312C3233342E353096").show(50.0, 270.0, "Named", "4142414380");
    page.show(50.0, 250.0, "Mute", "4E00").text(50.0, 200.0, "⽀出⻚⻔");
    page.draw("BT /Song 10 Tf 20 TL 50 180 Td <4E00> Tj T* <4E8C> Tj 0 -20 TD <4E09> Tj <56DB> ' 1 2 <4E94> \" ET");
    page.draw("q 0 0 300 300 re W n BT 0 1 -1 0 50 200 Tm 3 Tc 1 Ts 90 Tz [<4E94> -3000 <516D>] TJ ET Q");
    page.file()
}

/// A table that is ruled only from left to right, one with thin areas for borders, and one in a cell.
fn open() -> Vec<u8> {
    let mut page = Page::new();
    for y in [380.0, 360.0, 340.0] {
        page.line((50.0, y), (450.0, y));
    }
    page.text(60.0, 365.0, "项目").text(260.0, 365.0, "金额").text(60.0, 345.0, "教育支出").text(260.0, 345.0, "1.00");
    page.draw("50 200 300 0.5 re 50 220 300 0.5 re 50 240 300 0.5 re f 50 200 0.5 40 re 250 200 0.5 40 re 350 200 0.5 40 re f");
    page.lattice(&[60.0, 80.0, 100.0], &[235.0, 225.0]).text(62.0, 226.0, "内");
    page.file()
}

/// A page that is a picture with hidden text over it.
fn picture() -> Vec<u8> {
    let mut pdf = Pdf::default();
    let number = pdf.stream("/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "0");
    let mut page = Page::new();
    page.external = format!("/Scan {number} 0 R");
    page.draw("q 600 0 0 400 0 0 cm /Scan Do Q BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI 3 Tr").text(50.0, 200.0, "收入");
    pdf.page(&page).page(Page::new().text(50.0, 200.0, "次页")).bytes()
}

/// Number formats, dates, formulas, hidden rows, shared texts.
fn formats() -> Vec<u8> {
    let formats = "<numFmt numFmtId=\"176\" formatCode=\"#,##0.00_ ;[Red]\\-#,##0.00\\ \"/>\
                   <numFmt numFmtId=\"177\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;;@\"/>";
    let rows = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\" hidden=\"1\">\
                <c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>182506.58999999997</v></c>\
                <c r=\"C1\" s=\"2\"><v>-1234.5</v></c><c r=\"D1\" s=\"3\"><v>0</v></c><c r=\"E1\" s=\"5\"><v>1.25E-1</v></c></row>\
                <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><r><t>甲</t></r><rPh><t>a</t></rPh></is></c>\
                <c r=\"C2\" s=\"4\"><v>46081</v></c><c r=\"D2\" t=\"str\"><f>A1</f><v>文</v></c><c><f>SUM(B1)</f></c></row>\
                </sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>";
    let sheets = [("内".to_string(), rows.to_string(), "hidden"), ("外".into(), "<sheetData/>".into(), "visible")];
    workbook(&sheets, formats, &[0, 4, 176, 43, 177, 10], &["合　计", "人员 & 公用"])
}

/// Tracked changes, text boxes, lists, tables in tables.
fn changes() -> Vec<u8> {
    let text = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let body = format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}<w:ins>{}</w:ins>\
         <w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom>{}</w:moveFrom><w:r><mc:AlternateContent>\
         <mc:Choice><w:txbxContent><w:p>{}</w:p></w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p>\
         <w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:tbl><w:tr><w:tc>\
         <w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
        text("预算 &lt;"),
        text("新&#x4E00;"),
        text("移"),
        text("框"),
        text("1.00"),
    );
    let lists = "<w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
                 <w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>\
                 <w:num w:numId=\"1\"><w:abstractNumId w:val=\"3\"/></w:num>";
    document(&body, lists)
}

/// A table over two pages, a turned one, a form of performance.
fn pages() -> &'static str {
    "目录
    报表 | 报表名称 | 是否空表 | 理由
    表9 | 政府性基金收支表 | 是 | 不涉及
    支出总表
    单位：万元
    类 | 款 | 项 | 科目名称 | 合计 | 基本支出
    合计 | < | < | < | 3.00 | 3.00
    207 | | | 文化 | 3.00 | 3.00
    \u{C}
    类 | 款 | 项 | 科目名称 | 合计 | 基本支出
    ^ | 01 | 04 | 图书馆 | 3.00 | 3.00
    “三公”经费支出表
    因公出国（境）费 | 公务接待费 | 公务用车购置及运行费 | <
    ^ | ^ | 小计 | 购置费
    1.00 | - | 0 | 0.00
    项目支出绩效目标表
    项目名称 | 甲 | 主管部门 | 乙
    项目资金（元） | 1.00 | 其中：财政拨款 | 1.00
    一级指标 | 二级指标 | 三级指标 | 指标值
    产出指标 | 数量指标 | 次数 | ≥2次"
}
