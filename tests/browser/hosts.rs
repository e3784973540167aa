//! Hosts and browsers that lack something: a type, a policy, WebAssembly, scripts.

use serde_json::json;

use super::driver::Session;
use super::engines::{Need, lacks};
use super::offline::wait_until_kept;
use super::page::Page;
use super::temporary::Temporary;
use super::visit::{MODULE, PREFIX, SECOND_MODULE, THIRD_MODULE, Visit, dist, document, module};
use crate::common::policy::STRICT;
use crate::common::server::{self, Site};

/// Fails unless the prerendered page stands: sentences, drawings and numbers.
fn is_prerendered(page: &Page) {
    let figures = [["25 个项目", "2,679.48"], ["2,034.24", "74.8%"], ["740.40", "15.40"], ["一般公共服务", "4,560.06"]];
    let captions = page.texts("#static figcaption");
    assert_eq!(captions.len(), figures.len(), "{captions:?}");
    for (caption, parts) in captions.iter().zip(figures) {
        assert!(parts.iter().all(|part| caption.contains(part)), "{caption}");
    }
    let drawn =
        "[...document.querySelectorAll('#static .drawing')].filter(s => s.getBoundingClientRect().height > 40).length";
    assert_eq!(page.value(drawn), 3, "all but what needs a wider window");
    assert_eq!(page.texts("#static table").len(), 4);
    assert!(page.holds("document.body.innerText.includes('120.28') && document.body.innerText.includes('2.5%')"));
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
}

#[test]
fn a_host_that_gives_webassembly_a_wrong_type_still_shows_the_page() {
    let page = Visit::by_phone().wasm_type("text/plain").open().ready();
    assert!(page.text("#structure figcaption").contains("4,560.06 万元"));
    page.has_ink_where_the_scene_says("structure");
}

#[test]
fn the_page_asks_for_each_of_its_files_once_and_for_all_below_its_own_path() {
    let page = Visit::by_phone().open().ready().checked();
    let mut asked: Vec<_> = page.asked().into_iter().map(|asked| asked.path).collect();
    let all = asked.len();
    asked.sort_unstable();
    asked.dedup();
    assert_eq!(asked.len(), all, "nothing is asked for twice: {asked:#?}");
    assert!(asked.iter().all(|path| path.starts_with(PREFIX)), "{asked:#?}");
    let of = |end: &str| asked.iter().filter(|path| path.ends_with(end)).count();
    assert_eq!((of(PREFIX), of(".js"), of(".json"), of(".css"), of(".wasm")), (1, 2, 1, 2, 4), "{asked:#?}");
}

#[test]
fn without_webassembly_the_page_says_so_and_shows_words_drawings_and_numbers() {
    let page = Visit::by_phone().before("delete window.WebAssembly").open();
    page.wait("document.querySelector('[role=alert]')");
    assert!(page.text("[role=alert]").contains("没有开启 WebAssembly"));
    is_prerendered(&page);
    assert!(page.holds("!document.querySelector('[aria-busy=true]')"));
}

#[test]
fn without_webassembly_another_budgets_numbers_do_not_stand_in_for_the_one_asked_for() {
    let other = Visit::by_phone().extra("other.json", document("bare.json")).query("data=other.json");
    let page = other.before("delete window.WebAssembly").open();
    page.wait("document.querySelector('[role=alert]')?.offsetHeight > 0");
    assert!(!page.holds("document.body.innerText.includes('4,560.06')"));
}

#[test]
fn a_module_that_does_not_arrive_is_said_and_the_prerendered_page_stays() {
    let page = Visit::by_phone().lacking(&module(MODULE)).open();
    page.wait("document.querySelector('[role=alert]')");
    assert!(page.text("[role=alert]").contains("没有启动成功"));
    assert!(page.text("[role=alert] details pre").contains("404"));
    is_prerendered(&page);
}

#[test]
fn without_scripts_the_words_drawings_and_numbers_are_there() {
    if lacks(Need::NoScripts) {
        return;
    }
    let page = Visit::by_phone().open_in(Session::forbid_scripts);
    assert!(page.holds("document.querySelector('main noscript').innerText.includes('没有开启脚本')"));
    is_prerendered(&page);
    assert!(page.asked().iter().any(|asked| asked.path == PREFIX), "the page itself was asked for");
}

#[test]
fn a_page_from_a_host_without_a_policy_protects_itself() {
    let other = server::start("127.0.0.1:0", Site::of(dist())).expect("a free port");
    let page = Visit::by_phone().without_policy().expecting("Content Security Policy").open().ready();
    assert!(page.text("#structure figcaption").contains("4,560.06 万元"));
    page.has_ink_where_the_scene_says("structure");
    let attack = "
        const script = (change) => { const s = document.createElement('script'); change(s); document.body.append(s); };
        script(s => { s.textContent = 'window.ran = \"inline\"'; });
        script(s => { s.src = URL.createObjectURL(new Blob(['window.ran = \"blob\"'])); });
        const button = document.createElement('button');
        button.setAttribute('onclick', 'window.ran = \"attribute\"');
        document.body.append(button);
        button.click();
        button.remove();
        setTimeout(() => { try { window.evaluated = window.eval('1'); } catch (error) { window.evaluated = error.name; } });
        fetch(arguments[0], {mode: 'no-cors'}).then(() => window.fetched = 'answered', error => window.fetched = error.name);";
    page.wait("document.querySelector('meta[content^=script-src]')");
    page.run(attack, format!("http://{}/", other.address));
    page.wait("window.evaluated && window.fetched");
    assert_eq!(page.value("window.evaluated"), "EvalError");
    assert_eq!(page.value("window.fetched"), "TypeError");
    assert!(page.holds("window.ran === undefined"), "{} script ran", page.value("window.ran"));
    assert!(other.asked.lock().expect("no thread has failed").is_empty(), "the other server was asked");
}

#[test]
fn a_careful_hosts_policy_is_never_broken() {
    let watch = "addEventListener('securitypolicyviolation', e => (window.broken ||= []).push(e.violatedDirective + ' ' + e.blockedURI))";
    let page = Visit::by_phone().before(watch).open().ready().checked();
    page.set("theme");
    page.tap("#three-public [data-entry='0'] .pick");
    page.wait("!document.querySelector('#three-public .tooltip').hidden");
    page.tap("#structure .term, #basic-project .term");
    page.wait("document.querySelector('#meaning')");
    page.tap("#structure .pick.opens");
    page.wait("document.querySelector('#structure .trail')");
    assert_eq!(page.value("window.broken || []"), json!([]));
}

#[test]
fn a_host_that_requires_trusted_types_has_the_whole_page_also_kept_and_with_official_files() {
    let directives =
        "worker-src 'self'; require-trusted-types-for 'script'; trusted-types budget-lens budget-lens-reader";
    let watch = "addEventListener('securitypolicyviolation', e => (window.broken ||= []).push(e.violatedDirective + ' ' + e.blockedURI))";
    let page = Visit::by_phone().kept().stricter(directives).before(watch).open().ready().checked();
    wait_until_kept(&page, "budget.json");
    page.run("document.querySelector('[data-action=share]').click()", "");
    page.wait("document.querySelector('.sheet')");
    page.run("document.querySelector('.sheet [data-take=close], .sheet button').click()", "");
    let file =
        Temporary::of("budget.csv", "2026年收支预算总表\n单位：万元\n项目,预算数\n收入总计,1.00\n支出总计,1.00\n");
    page.choose(&file.0);
    page.wait("document.querySelector('#import, .official-files [role=alert]')");
    assert!(!page.text(".official-files").contains("没有载入"), "its reader came");
    assert_eq!(page.value("window.broken || []"), json!([]));
}

#[test]
fn a_rest_that_does_not_arrive_leaves_the_first_figures_and_is_said() {
    let page = Visit::by_phone().lacking(&module(SECOND_MODULE)).open().ready();
    page.wait("document.querySelector('.messages .alert')");
    assert!(page.text(".messages .alert").contains("其余的图没有载入"));
    let figures = page.value("[...document.querySelectorAll('main figure')].map(f => f.id)");
    assert_eq!(figures, json!(["projects", "change", "three-public", "structure"]));
    for figure in ["structure", "three-public"] {
        page.has_ink_where_the_scene_says(figure);
    }
    // What is there still answers.
    page.tap("#structure [data-entry='1'] .pick");
    page.wait("document.querySelector('#structure .tooltip').textContent.includes('120.28')");
}

#[test]
fn without_the_third_module_all_figures_answer_and_that_it_is_missing_is_said() {
    let page = Visit::by_phone().lacking(&module(THIRD_MODULE)).open().ready();
    page.wait("document.querySelector('.messages .alert')");
    assert!(page.text(".messages .alert").contains("核对和分享没有载入"));
    page.tap("#structure .pick.opens");
    page.wait("document.querySelector('#structure .trail')");
    // A dialog that cannot come is not waited for.
    page.run("document.querySelector('[data-action=share]').click()", "");
    assert!(page.holds("!document.querySelector('.sheet')"));
    assert_eq!(page.value("window.broken || []"), json!([]));
}

#[test]
fn a_later_figure_alone_without_the_rest_of_the_program_is_said_to_be_missing() {
    let page = Visit::by_phone().lacking(&module(SECOND_MODULE)).query("figure=projects").open().ready();
    assert!(page.text(".messages .alert").contains("其余的图没有载入"));
}

#[test]
fn under_a_policy_without_the_digest_of_the_styles_the_linked_file_does_the_same() {
    let page =
        Visit::by_phone().policy(STRICT).expecting("style-src").expecting("Content Security Policy").open().ready();
    page.wait("[...document.styleSheets].some(sheet => /page-\\w{16}\\.css$/.test(sheet.href))");
    assert_eq!(page.style(".card", "display"), "block");
    assert!(!page.holds("document.querySelector('head > style')"), "the one in the HTML is gone");
}
