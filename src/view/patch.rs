//! Trees of markup on the page: made once, then only what differs is changed, so that focus,
//! scrolling and open folds stay where they are.

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

/// Turns the children of `parent`, which are `old`, into `new`.
pub fn patch(parent: &web_sys::Node, old: &[Node], new: &[Node]) {
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

fn attributes(element: &web_sys::Element, old: &[(&'static str, String)], new: &[(&'static str, String)]) {
    for (name, _) in old.iter().filter(|(name, _)| !new.iter().any(|(other, _)| other == name)) {
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
        Node::Element(Element { tag, attributes: new, children }) => {
            let element = document().create_element(tag).ok()?;
            attributes(&element, &[], new);
            patch(&element, &[], children);
            Some(element.into())
        }
    }
}
