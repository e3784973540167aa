//! What portals paste to show a figure, and how it looks in their column.

use serde_json::{Value, json};

use super::sheet::CATCH;
use super::visit::Visit;

/// What Chromium says where the strict policy refuses a frame.
const REFUSED: &str = "violates the following Content Security Policy directive";

#[test]
fn a_portal_gets_three_ways_to_show_a_figure_and_sees_them_in_its_column() {
    let page = Visit::at_desk().without_policy().before(CATCH).query("lang=en&code=201").open().ready();
    let address = page.address();
    page.open_sheet("structure");
    assert_eq!(page.texts("iframe").len(), 0, "nothing is shown before it is wanted");
    page.tap("[data-take=embed]");
    let drawn = |width: u32| {
        page.wait(&format!(
            "(f => f?.clientWidth === {width} && f.contentDocument?.documentElement.dataset.ready && \
             f.clientHeight === Math.ceil(f.contentDocument.querySelector('main').getBoundingClientRect().height))(document.querySelector('iframe'))"
        ));
        let height = page.value("document.querySelector('iframe').clientHeight");
        page.wait(&format!("document.querySelector('#sheet-snippet').value.includes('height=\"{height}\"')"));
        height.as_u64().expect("a height")
    };
    let usual = drawn(375);
    let snippet = page.value("document.querySelector('#sheet-snippet').value");
    let frame = format!(
        "<iframe src=\"{address}?figure=structure&amp;lang=en&amp;code=201\" title=\"What is the money for?\" width=\"100%\" height=\"{usual}\" loading=\"lazy\" frameborder=\"0\"></iframe>"
    );
    assert_eq!(snippet, json!(frame));
    page.tap("[data-take=snippet]");
    page.wait("window.copied");
    assert_eq!(page.value("copied"), json!(frame));
    page.tap("[data-take=width-280]");
    let narrow = drawn(280);
    assert!(narrow > usual, "{narrow} in a narrow column, {usual} in a wider one");
    page.tap("[data-take=width-700]");
    assert!(drawn(700) < narrow);

    page.tap("[data-take=detail-number]");
    page.wait("document.querySelector('#sheet-snippet').value.includes('&amp;detail=number')");
    assert!(drawn(700) < 300, "the answer alone");
    page.tap("[data-take=detail-all]");
    page.wait("!document.querySelector('#sheet-snippet').value.includes('detail')");

    page.tap("[data-take=form-sizing]");
    let script = format!("<script type=\"module\" src=\"{address}embed.js\"></script>");
    page.wait(&format!("document.querySelector('#sheet-snippet').value.startsWith({})", json!(script)));
    assert_eq!(page.texts("iframe[src]").len(), 1, "the preview stays");
}

#[test]
fn the_first_lines_are_offered_where_the_whole_page_is() {
    let page = Visit::at_desk().without_policy().open().ready();
    page.open_sheet("");
    page.tap("[data-take=embed]");
    page.wait("document.querySelector('#sheet-snippet').value.includes('?figure=summary')");
    page.wait("document.querySelector('iframe')?.contentDocument?.querySelector('.lone .headline .total')");
}

#[test]
fn an_element_is_tried_out_in_a_page_of_its_own_also_under_a_strict_policy() {
    let stub = "customElements.define('budget-lens', class extends HTMLElement { connectedCallback() {
        this.style.display = 'block'; this.style.height = '123px';
        this.textContent = this.getAttribute('figure') + ' ' + this.getAttribute('data'); } })";
    let page =
        Visit::at_desk().expecting(REFUSED).expecting("Policy: frame-src").extra("embed.js", stub).open().ready();
    page.open_sheet("income");
    page.tap("[data-take=embed]");
    page.wait("document.querySelector('.preview img')");
    // Longer than the height is not looked at: whoever chooses slowly has a preview as well.
    page.run("return new Promise(done => setTimeout(done, 600))", Value::Null);
    page.tap("[data-take=form-element]");
    let snippet = format!(
        "<script type=\"module\" src=\"{0}embed.js\"></script>\n<budget-lens data=\"{0}budget.json\" figure=\"income\"><a href=\"{0}?figure=income\">钱从哪里来？</a></budget-lens>",
        page.address()
    );
    page.wait(&format!("document.querySelector('#sheet-snippet').value === {}", json!(snippet)));
    let shown = format!("income {}budget.json", page.address());
    page.wait(&format!(
        "document.querySelector('iframe')?.contentDocument?.querySelector('budget-lens')?.textContent === {}",
        json!(shown)
    ));
    page.wait("document.querySelector('iframe').clientHeight === 123");
}

#[test]
fn where_the_policy_refuses_frames_a_sentence_says_what_it_takes_and_the_picture_stands_there() {
    let page = Visit::by_phone().expecting(REFUSED).expecting("Policy: frame-src").open().ready();
    page.open_sheet("structure");
    page.tap("[data-take=embed]");
    page.wait("document.querySelector('.preview img.picture')");
    assert!(page.text(".preview").contains("frame-src 'self'"));
    assert_eq!(page.texts(".preview iframe").len(), 0);
    assert!(page.holds("document.querySelector('#sheet-snippet').value.includes('<iframe')"), "the code is there");
}
