//! The page's modules: what uses what, read off the source.

use crate::common::repository::path;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A module's path below `view`: `["second", "share"]`.
type Module = Vec<String>;

/// The modules of the page, and which each uses.
fn graph() -> BTreeMap<Module, BTreeSet<Module>> {
    let src = path("src/view");
    let mut files = Vec::new();
    walk(&src, &mut files);
    let modules: BTreeMap<Module, String> =
        files.iter().map(|file| (module(&src, file), code(&fs::read_to_string(file).unwrap()))).collect();
    assert!(modules.len() > 30, "only {} modules: the test looks in the wrong place", modules.len());
    let known: BTreeSet<Module> = modules.keys().cloned().collect();
    modules.iter().map(|(own, code)| (own.clone(), used(own, code, &known))).collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, found) } else { found.push(path) }
    }
}

fn module(src: &Path, file: &Path) -> Module {
    let path = file.strip_prefix(src).unwrap().with_extension("");
    path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).filter(|part| part != "mod").collect()
}

/// The lines that are code.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The modules that a module's paths lead to.
fn used(own: &Module, code: &str, known: &BTreeSet<Module>) -> BTreeSet<Module> {
    let mut found = BTreeSet::new();
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let starts: [(&str, usize); 3] = [("crate::view::", usize::MAX), ("super::", 1), ("self::", 0)];
    for (start, up) in starts {
        for (at, _) in code.match_indices(start) {
            // `super::super::` begins once.
            if code[..at].ends_with(is_name) || code[..at].ends_with("::") {
                continue;
            }
            let (mut base, mut rest) = (own.clone(), &code[at + start.len()..]);
            base.truncate(own.len().saturating_sub(up));
            while let Some(further) = rest.strip_prefix("super::") {
                base.pop();
                rest = further;
            }
            for path in paths(rest) {
                found.insert(longest(&base, &path, known));
            }
        }
    }
    // What stands below a module is named without a start.
    for line in code.lines().filter_map(|line| line.strip_prefix("use ")) {
        for path in paths(line) {
            let child = [own.clone(), path[..1].to_vec()].concat();
            if known.contains(&child) {
                found.insert(longest(own, &path, known));
            }
        }
    }
    found.remove(own);
    found
}

/// The paths of a tree of names: `a::{b, c::d}` is two.
fn paths(tree: &str) -> Vec<Vec<String>> {
    let end = tree.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(tree.len());
    let (name, rest) = tree.split_at(end);
    let Some(rest) = rest.strip_prefix("::") else {
        return match tree.strip_prefix('{') {
            Some(inside) => parts(inside).iter().flat_map(|part| paths(part.trim())).collect(),
            None => vec![vec![name.into()]],
        };
    };
    paths(rest).into_iter().map(|path| [vec![name.to_string()], path].concat()).collect()
}

/// What stands between commas, up to the brace that ends it.
fn parts(inside: &str) -> Vec<&str> {
    let (mut depth, mut from, mut found) = (0, 0, Vec::new());
    for (at, sign) in inside.char_indices() {
        match sign {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                found.push(&inside[from..at]);
                from = at + 1;
                if sign == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    found
}

/// The module furthest down that a path from `base` leads to.
fn longest(base: &Module, path: &[String], known: &BTreeSet<Module>) -> Module {
    let ends = (0..=path.len()).rev().map(|end| [base.clone(), path[..end].to_vec()].concat());
    ends.into_iter().find(|module| module.is_empty() || known.contains(module)).unwrap_or_default()
}

/// The modules that lead back to themselves.
fn in_circles(graph: &BTreeMap<Module, BTreeSet<Module>>) -> BTreeSet<&Module> {
    graph.keys().filter(|module| reached(graph, module).contains(module)).collect()
}

/// All that a module uses, and what that uses.
fn reached<'g>(graph: &'g BTreeMap<Module, BTreeSet<Module>>, from: &'g Module) -> BTreeSet<&'g Module> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(module) = next.pop() {
        next.extend(graph[module].iter().filter(|used| seen.insert(*used)));
    }
    seen
}

#[test]
fn no_module_of_the_page_leads_back_to_itself() {
    let graph = graph();
    let arrows: usize = graph.values().map(BTreeSet::len).sum();
    println!("{} modules, {arrows} arrows", graph.len());
    let circles = in_circles(&graph);
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn a_circle_would_be_seen() {
    let one = |name: &str| vec![name.to_string()];
    let known: BTreeSet<Module> = ["a", "b", "c"].map(one).into();
    let code = [("a", "use super::b::{B, C};"), ("b", "use crate::view::{a::A, c};"), ("c", "x();")];
    let graph: BTreeMap<_, _> = code.map(|(name, code)| (one(name), used(&one(name), code, &known))).into();
    assert_eq!(graph[&one("b")], [one("a"), one("c")].into());
    assert_eq!(in_circles(&graph), [&one("a"), &one("b")].into());
}

/// What is named elsewhere moves into the module that everybody waits for.
#[test]
fn nothing_but_the_split_names_the_later_modules() {
    for (module, used) in graph() {
        for later in ["second", "third"] {
            let names: Vec<_> = used.iter().filter(|used| used.first().is_some_and(|first| first == later)).collect();
            let is_of_it = module.first().is_some_and(|first| first == later || first == "split");
            assert!(is_of_it || names.is_empty(), "{module:?} names {names:?}");
        }
    }
}

/// What the page is and what it does to the document stand below all else.
#[test]
fn the_lower_rooms_use_none_above_them() {
    let may_use: [(&str, &[&str]); 2] = [("dom", &["dom"]), ("state", &["state", "dom"])];
    for (module, used) in graph() {
        let Some((_, rooms)) = may_use.iter().find(|(room, _)| module.first().is_some_and(|first| first == room))
        else {
            continue;
        };
        for used in used {
            let room = used.first().map_or("", String::as_str);
            assert!(rooms.contains(&room), "{module:?} uses {used:?}");
        }
    }
}
