//! The messages of `budget-lens publish`: before, what could be better; after, where each department is.

use super::folders::Folders;
use super::list_row::ListRow;
use super::options::Options;
use super::writing::Written;
use crate::locale::Lang;

/// What the folder will lack, and why.
pub fn before(options: &Options, folders: &Folders, has_letters: bool) -> String {
    let lang = options.lang;
    let mut told = String::new();
    if !has_letters {
        let (zh, en) = match options.font {
            Some(_) => ("{0} 不是带中文的字体，", "{0} is no font with Chinese letters: "),
            None => ("这台机器上没有找到中文字体，", "No font with Chinese letters was found on this machine: "),
        };
        told += &lang.format(zh, en, &[options.font.map_or("", |font| font)]);
        told += lang.tr("所以没有画分享用的图片（preview.png）。\n", "no pictures for shared links (preview.png).\n");
    }
    if options.url.is_none() {
        told += lang.tr(
            "没有给出 --url：分享链接的图片和 sitemap.xml 里只能写相对地址，搜索引擎和聊天软件大多要完整地址；404.html 也只在本目录里能点开链接。\n",
            "Without --url, link previews and sitemap.xml have relative addresses; most search engines and messengers want whole ones, and the links of 404.html work in this folder only.\n",
        );
    }
    if let Some(&first) = folders.unreadable.first() {
        let file = crate::cli::read::name(options.files[first]);
        let slugs = format!("\"slugs\": {{\"{file}\": \"education\"}}");
        told += &lang.format(
            "注意：{0} 份文件的名字不能写进网址，文件夹里用一串数字代替，如 {1} → {2}/。想要能读的地址，请把文件改成英文名，或在 site.json 里写 {3}。\n",
            "Note: {0} files have names that an address cannot have; digits stand for them, as in {1} → {2}/. For addresses that can be read give the files Latin names, or write {3} into site.json.\n",
            &[&folders.unreadable.len().to_string(), &file, &folders.names[first], &slugs],
        );
    }
    told
}

/// The message about slugs that belong to no file.
pub fn unused(slugs: &[&str], lang: Lang) -> String {
    let all = slugs.join(lang.tr("、", ", "));
    let (zh, en) = (
        "site.json 的 slugs 里没有用上的：{0}（没有这样的文件或部门）。\n",
        "slugs of site.json that were not used: {0} (there is no such file or department).\n",
    );
    if slugs.is_empty() { String::new() } else { lang.format(zh, en, &[&all]) }
}

/// Which files of somebody else's stay in the folder.
pub fn kept(files: &[String], lang: Lang) -> String {
    /// How many files are named at most.
    const NAMED: usize = 5;
    if files.is_empty() {
        return String::new();
    }
    let named = files.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(lang.tr("、", ", "));
    let (zh, en) = if files.len() > NAMED {
        (
            "保留了不是发布生成的文件：{0} 等 {1} 个。\n",
            "Files that publishing had not made were kept: {0} and others, {1} in all.\n",
        )
    } else {
        ("保留了不是发布生成的文件：{0}。\n", "Files that publishing had not made were kept: {0}.\n")
    };
    lang.format(zh, en, &[&named, &files.len().to_string()])
}

/// A line for each department: where it is, and how many of its numbers do not agree, among themselves
/// and with the document of the year before.
pub fn after(options: &Options, folders: &Folders, rows: &[ListRow], written: &Written) -> String {
    let lang = options.lang;
    let mut told = String::new();
    for (i, row) in rows.iter().enumerate() {
        let place = folders.names.get(i).map_or("./", String::as_str);
        let slash = if place.ends_with('/') { "" } else { "/" };
        told += &[row.short(), " → ", place, slash, "  ", &row.checked.describe(lang)].concat();
        let contradictions = written.made.get(i).map_or(0, |made| made.contradictions);
        if contradictions > 0 {
            let (zh, en) = ("；{0} 处和上一年的文件不一致", "; contradict the document of the year before: {0}");
            told += &lang.format(zh, en, &[&contradictions.to_string()]);
        }
        told.push('\n');
    }
    let (zh, en) = ("已发布 {0} 份预算：{1}\n", "Published budgets: {0}, in {1}\n");
    told += &lang.format(zh, en, &[&rows.len().to_string(), options.folder]);
    if written.unchanged > 0 {
        let (zh, en) =
            ("其中 {0} 份和上次一样，没有重做。\n", "Of these {0} are as they were before, and were not made anew.\n");
        told += &lang.format(zh, en, &[&written.unchanged.to_string()]);
    }
    told
}
