//! Addresses on a host that has a page for each document.

use super::*;

/// Reads a link as a host with a page for each document has it, and prints it so.
fn on_host(link: &str) -> String {
    let (address, complaints) = Address::parse_on_host(link);
    assert_eq!(complaints, [], "{link}");
    address.link_on_host()
}

#[test]
fn a_readers_own_document_has_no_page_and_stands_in_the_query() {
    let link = "?view=read&read=own.letter-07&at=3";
    assert_eq!(on_host(link), link);
}

#[test]
fn a_document_on_a_host_is_a_page_and_the_rest_is_its_query() {
    let page = "read/letter-07/";
    assert_eq!(on_host("?view=read&read=letter-07"), page);
    assert_eq!(on_host(page), page);
    assert_eq!(on_host("read/letter-07/index.html"), page);
    assert_eq!(on_host("read/letter-07"), page);
    let asked = "read/letter-07/?about=ada&at=3&q=rain";
    assert_eq!(on_host(asked), asked);
    assert_eq!(
        Address::parse_on_host(asked),
        Address::parse("?view=read&read=letter-07&about=ada&at=3&q=rain")
    );
}

#[test]
fn what_is_too_long_for_a_host_stands_in_the_fragment_of_its_first_page() {
    let quote = "rain ".repeat(400);
    let long = format!("#view=read&read=a&quote={}end", quote.replace(' ', "+"));
    assert_eq!(on_host(&long), long);
    assert_eq!(on_host(&long.replacen('#', "?", 1)), long);
}

#[test]
fn all_else_on_a_host_is_a_query_of_its_first_page() {
    assert_eq!(on_host(""), "");
    assert_eq!(on_host("index.html"), "");
    assert_eq!(on_host("?view=results&q=rain"), "?view=results&q=rain");
    assert_eq!(on_host("?about=ada-loon"), "?about=ada-loon");
    assert_eq!(on_host("read/"), "");
}

#[test]
fn an_entity_with_a_page_is_its_page_and_the_rest_is_its_query() {
    let page = "about/ada-loon/";
    assert_eq!(on_host(page), page);
    assert_eq!(on_host("about/ada-loon/index.html"), page);
    let asked = "about/ada-loon/?lines=before&q=rain&year=1843";
    assert_eq!(on_host(asked), asked);
    let (address, _) = Address::parse_on_host(asked);
    let (said, _) = Address::parse("?view=entity&about=ada-loon&lines=before&q=rain&year=1843");
    assert_eq!(
        address,
        Address {
            is_paged: true,
            ..said
        }
    );
}

#[test]
fn an_entity_without_a_page_stands_in_the_query() {
    for link in ["?view=entity&about=bo", "?view=entity&about=.%2E"] {
        assert_eq!(on_host(link), link);
    }
    let other = on_host("about/ada-loon/?about=bo");
    assert_eq!(other, "?view=entity&about=bo");
    let elsewhere = on_host("about/ada-loon/?view=review");
    assert_eq!(elsewhere, "?view=review&about=ada-loon");
}

#[test]
fn a_page_is_a_folder_of_its_own_whatever_its_slug() {
    assert_eq!(document_page("a/b c&d"), "read/a%2Fb%20c%26d/");
    assert_eq!(entity_page("émilie"), "about/%C3%A9milie/");
    assert_eq!(on_host("?view=read&read=.."), "?view=read&read=.%2E");
}
