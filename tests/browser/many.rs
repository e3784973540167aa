//! More departments than a page holds: the list has their places, and searches what lies in files.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::visit::{Visit, dist};
use crate::common::example::example;
use crate::common::program::program;
use crate::common::temporary;

/// A page's most departments and two more, of two places, without pictures.
fn published() -> PathBuf {
    let folder = temporary::folder("many");
    fs::create_dir_all(folder.join("in")).unwrap();
    let mut budget: Value = serde_json::from_str(&example()).unwrap();
    budget["tables"].as_array_mut().unwrap().truncate(1);
    let mut command = program();
    command.arg("publish").arg("-o").arg(folder.join("site")).arg("--page").arg(dist());
    for i in 0..302 {
        let place = if i < 200 { "青石县" } else { "白石县" };
        budget["document"]["region"] = place.into();
        budget["document"]["department"] = format!("{place}第{i}图书馆").into();
        let path = folder.join(format!("in/{i:03}.json"));
        fs::write(&path, budget.to_string()).unwrap();
        command.arg(path);
    }
    let output = command.args(["--allow-mismatch", "--font"]).arg(folder.join("in/000.json")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder.join("site")
}

#[test]
fn departments_of_all_places_are_found_by_looking_at_each_once_and_few_are_drawn() {
    let page = Visit::by_phone().site(published()).open();
    page.wait("document.querySelector('.departments button')");
    let links = page.texts(".departments tbody a");
    assert_eq!(links, ["青石县", "白石县"]);
    assert!(page.holds("document.querySelectorAll('*').length < 600"), "no department is in the page");
    let is_asked = || page.asked().iter().any(|asked| asked.path.ends_with("list/2026.json"));
    assert!(!is_asked(), "nobody has searched yet");
    page.tap(".seek input");
    page.wait_until("the file is read for who is about to type", is_asked);
    page.write("tsg");
    page.wait("document.querySelector('.hits li')");
    assert_eq!(page.value("Number(document.querySelector('.hits').dataset.looked)"), 302);
    assert_eq!(page.texts(".hits li").len(), 30);
    assert_eq!(page.text(".hits .count"), "找到 302 个部门，列出最大的 30 个");
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
    page.write(" 第277");
    page.wait("document.querySelectorAll('.hits li').length === 1");
    assert_eq!(page.texts(".hits .of"), ["白石县"]);
    // What was found is ticked as a row of a list is, and stays chosen when something else is sought.
    assert!(page.text(".hits .hint").contains("比较"), "{}", page.text(".hits"));
    page.tap(".hits .choose");
    page.run("document.querySelector('.seek input').value = ''", Value::Null);
    page.tap(".seek input");
    page.write("第12图");
    page.wait("document.querySelectorAll('.hits li').length === 1 && !document.querySelector('.hits :checked')");
    assert!(page.holds("document.querySelectorAll('.hits .hint').length === 1"));
    page.tap(".hits .choose");
    page.wait("document.querySelector('.compare a').hidden === false");
    assert!(page.holds(
        "[...document.querySelectorAll('.hits .choose')].every(e => e.offsetHeight >= 44 && e.offsetWidth >= 44)"
    ));
    assert!(page.holds("document.documentElement.scrollWidth <= innerWidth"));
    let way = page.value("document.querySelector('.compare a').href");
    assert!(
        way.as_str()
            .is_some_and(|way| way.ends_with("/277/index.html?data=budget.json&data=../012/budget.json#compare")),
        "{way}"
    );
    page.tap(".compare button");
    page.wait("document.querySelector('.compare').hidden");
    // A figure in a portal knows only the folder of all, and asks the list for its department.
    page.session.post("url", &serde_json::json!({"url": format!("{}?data=277/budget.json", page.address())}));
    page.wait("document.documentElement.dataset.ready === 'true'");
    assert!(page.copied().ends_with("/277/index.html"), "{}", page.copied());
    // What is ticked on one place's page is compared with what is ticked on another's.
    for (place, row) in [("1", "1"), ("2", "2")] {
        page.session.post("url", &serde_json::json!({"url": format!("{}{}", page.address(), "index.html")}));
        page.wait("document.querySelector('.departments button')");
        page.tap(&format!(".departments tbody tr:nth-child({place}) a"));
        page.wait("document.querySelectorAll('.departments .choose').length > 100");
        page.tap(&format!(".departments tbody tr:nth-child({row}) .choose"));
    }
    page.wait("document.querySelector('.compare a').hidden === false");
    page.tap(".compare a");
    page.wait("document.querySelector('#compare figcaption')");
    let compared = page.text("#compare");
    assert!(compared.contains("青石县第") && compared.contains("白石县第"), "{compared}");
    // A phone begins a long list with its first lines, finds in all of them, and shows all when asked.
    page.session.post("url", &serde_json::json!({"url": format!("{}{}", page.address(), "index.html")}));
    page.wait("document.querySelector('.departments button')");
    page.tap(".departments tbody tr:nth-child(1) a");
    page.wait("document.querySelectorAll('.departments tbody tr').length === 200");
    let seen = "[...document.querySelectorAll('.departments tbody tr')].filter(row => row.offsetHeight).length";
    page.wait(&format!("{seen} === 50"));
    page.tap(".seek input");
    page.write("第199");
    page.wait(&format!("{seen} === 1"));
    page.run("document.querySelector('.seek input').value = ''", Value::Null);
    page.write(" ");
    page.wait(&format!("{seen} === 50"));
    assert_eq!(page.text(".rest"), "显示全部 200 个");
    page.tap(".rest button");
    page.wait(&format!("{seen} === 200 && !document.querySelector('.rest').offsetHeight"));
    assert!(page.holds("document.activeElement === document.querySelectorAll('.departments tbody a')[50]"));
    // Without the script each place has a page.
    page.session.post("url", &serde_json::json!({"url": format!("{}{}", page.address(), "index.html")}));
    page.wait("document.querySelector('.departments button')");
    page.tap(".departments tbody tr:nth-child(2) a");
    page.wait("document.querySelectorAll('.departments tbody tr').length === 102");
    assert!(page.text("h1").contains("白石县 102 个部门"), "{}", page.text("h1"));
}
