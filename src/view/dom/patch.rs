//! Patches the DOM to match element trees: nodes are created once, or taken over from the HTML, and then only
//! differences are changed, so that focus, scrolling and open folds stay as they are.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::effect::effect;
use crate::markup::{Element, Node, matching};

/// Keeps the children of `place` equal to what `tree` returns, whenever its signals change.
pub fn part(place: web_sys::Node, tree: Box<dyn Fn() -> Vec<Node>>) {
    let shown = StoredValue::new(Vec::new());
    effect(move || {
        let new = tree();
        shown.update_value(|old| {
            patch(&place, old, &new);
            *old = new;
        });
    });
}

/// Changes the children of `parent`, which are `old`, into `new`. If `old` is empty, nodes that came with the HTML may
/// be there, which stay until there is something in their place.
pub fn patch(parent: &web_sys::Node, old: &[Node], new: &[Node]) {
    if old.is_empty() && !new.is_empty() && parent.first_child().is_some() {
        return adopt(parent, new);
    }
    let stays = matching(old, new);
    let mut goes = vec![true; old.len()];
    for i in stays.iter().flatten() {
        goes[*i] = false;
    }
    // The nodes are walked as a list, since looking them up by index would take quadratic time for a long table.
    let mut stand = Vec::new();
    let mut there = parent.first_child();
    while let Some(node) = there {
        there = node.next_sibling();
        if goes.get(stand.len()) == Some(&true) {
            let _ = parent.remove_child(&node);
        }
        stand.push(node);
    }
    // Nodes that stay in their order are not moved, since moving one would take the focus from it.
    let mut here = parent.first_child();
    for (new, i) in new.iter().zip(stays) {
        let kept = i.and_then(|i| stand.get(i).cloned());
        if let (Some(element), Some(Node::Element(old)), Node::Element(new)) = (&kept, i.map(|i| &old[i]), new)
            && old != new
        {
            attributes(element.unchecked_ref(), &old.attributes, &new.attributes);
            patch(element, &old.children, &new.children);
        }
        if kept.is_some() && kept == here {
            here = here.and_then(|here| here.next_sibling());
        } else if let Some(node) = kept.or_else(|| make(new)) {
            let _ = parent.insert_before(&node, here.as_ref());
        }
    }
}

/// Changes the unknown children of `parent` into `new`; those that match already stay as they are.
fn adopt(parent: &web_sys::Node, new: &[Node]) {
    let mut there = parent.first_child();
    for new in new {
        let current = there.take();
        there = current.as_ref().and_then(web_sys::Node::next_sibling);
        let same = current.as_ref().and_then(|current| current.dyn_ref::<web_sys::Element>());
        match (same, new) {
            // `tagName` of HTML elements is in capitals.
            (Some(same), Node::Element(new)) if same.tag_name().eq_ignore_ascii_case(new.tag) => {
                for name in same.get_attribute_names().iter().filter_map(|name| name.as_string()) {
                    // What the reader has opened stays open, and a canvas without its size would be empty.
                    if name != "open" && new.tag != "canvas" && !new.attributes.iter().any(|(other, _)| *other == name)
                    {
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
        // Once a reader has typed, the attribute no longer sets the text of the field.
        if let Some(input) = element.dyn_ref::<HtmlInputElement>().filter(|_| *name == "value") {
            input.set_value(value);
        }
    }
}

/// Creates a DOM node for a node of a tree.
pub fn make(node: &Node) -> Option<web_sys::Node> {
    match node {
        Node::Text(text) => Some(document().create_text_node(text).into()),
        // Only pages that are written as HTML text have drawings.
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
