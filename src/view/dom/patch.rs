//! Trees of markup on the page: made once, or taken over from the HTML, then only what differs is changed, so that
//! focus, scrolling and open folds stay where they are.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::follow::follow;
use crate::markup::{Element, Node};

/// Keeps the children of `place` as `tree` says.
pub fn part(place: web_sys::Node, tree: Box<dyn Fn() -> Vec<Node>>) {
    let shown = StoredValue::new(Vec::new());
    follow(move || {
        let new = tree();
        shown.update_value(|old| {
            patch(&place, old, &new);
            *old = new;
        });
    });
}

/// Turns the children of `parent`, which are `old`, into `new`. Where none are known, what came with the HTML may
/// stand there, and stays until there is something to take its place.
pub fn patch(parent: &web_sys::Node, old: &[Node], new: &[Node]) {
    if old.is_empty() && !new.is_empty() && parent.first_child().is_some() {
        return adopt(parent, new);
    }
    for _ in new.len()..old.len() {
        if let Some(last) = parent.last_child() {
            let _ = parent.remove_child(&last);
        }
    }
    // The nodes are walked, not looked up by number: a long table would take the square of its length.
    let mut there = parent.first_child();
    for (i, new) in new.iter().enumerate() {
        let current = there.take();
        there = current.as_ref().and_then(web_sys::Node::next_sibling);
        match (current, old.get(i)) {
            (Some(_), Some(old)) if old == new => {}
            (Some(current), Some(Node::Element(old))) if matches!(new, Node::Element(new) if new.tag == old.tag) => {
                if let (Node::Element(new), Some(element)) = (new, current.dyn_ref::<web_sys::Element>()) {
                    attributes(element, &old.attributes, &new.attributes);
                    patch(element, &old.children, &new.children);
                }
            }
            (Some(current), _) => {
                if let Some(made) = make(new) {
                    let _ = parent.replace_child(&made, &current);
                }
            }
            (None, _) => {
                if let Some(made) = make(new) {
                    let _ = parent.append_child(&made);
                }
            }
        }
    }
}

/// Turns the children of `parent`, whatever they are, into `new`; those that are so already stay as they are.
fn adopt(parent: &web_sys::Node, new: &[Node]) {
    let mut there = parent.first_child();
    for new in new {
        let current = there.take();
        there = current.as_ref().and_then(web_sys::Node::next_sibling);
        let same = current.as_ref().and_then(|current| current.dyn_ref::<web_sys::Element>());
        match (same, new) {
            // The names of HTML's elements are read in capitals.
            (Some(same), Node::Element(new)) if same.tag_name().eq_ignore_ascii_case(new.tag) => {
                for name in same.get_attribute_names().iter().filter_map(|name| name.as_string()) {
                    // What the reader has opened stays open.
                    if name != "open" && !new.attributes.iter().any(|(other, _)| *other == name) {
                        let _ = same.remove_attribute(&name);
                    }
                }
                for (name, value) in &new.attributes {
                    if same.get_attribute(name).as_ref() != Some(value) {
                        let _ = same.set_attribute(name, value);
                    }
                }
                adopt(same, &new.children);
            }
            _ => {
                let Some(made) = make(new) else { continue };
                let _ = match current {
                    Some(current) => parent.replace_child(&made, &current),
                    None => parent.append_child(&made),
                };
            }
        }
    }
    while let Some(surplus) = there {
        there = surplus.next_sibling();
        let _ = parent.remove_child(&surplus);
    }
}

fn attributes(element: &web_sys::Element, old: &[(&'static str, String)], new: &[(&'static str, String)]) {
    // What is open stays open.
    for (name, _) in old.iter().filter(|(name, _)| *name != "open" && !new.iter().any(|(other, _)| other == name)) {
        let _ = element.remove_attribute(name);
    }
    for (name, value) in new.iter().filter(|pair| !old.contains(pair)) {
        let _ = element.set_attribute(name, value);
        // What has become another is folded, whatever was opened here before.
        if *name == "id" {
            let _ = element.remove_attribute("open");
        }
        // Once someone has typed, the attribute says nothing of what stands in the field.
        if let Some(input) = element.dyn_ref::<HtmlInputElement>().filter(|_| *name == "value") {
            input.set_value(value);
        }
    }
}

/// A new node of the document.
pub fn make(node: &Node) -> Option<web_sys::Node> {
    match node {
        Node::Text(text) => Some(document().create_text_node(text).into()),
        // Only pages that are written as text have drawings.
        Node::Drawing(_) => None,
        Node::Element(Element { tag, attributes: new, children, .. }) => {
            let space = if matches!(*tag, "svg" | "rect") { "2000/svg" } else { "1999/xhtml" };
            let space = String::from("http://www.w3.org/") + space;
            let element = document().create_element_ns(Some(&space), tag).ok()?;
            attributes(&element, &[], new);
            patch(&element, &[], children);
            Some(element.into())
        }
    }
}
