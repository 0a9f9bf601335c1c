//! oEmbed descriptions of all scenes, and the links that tell of them.

use crate::downhill;
use downhill_view::options::scene::SCENES;
use roxmltree::Document;
use serde_json::Value;
use std::path::Path;

#[test]
fn each_scene_has_a_description_a_thumbnail_a_link_and_a_page_with_it() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dist");
    let into = folder.to_str().unwrap();
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/index.html");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(page, folder.join("index.html")).unwrap();
    let arguments = ["oembed", "--base", "https://example.org/downhill", "--into", into];
    let output = downhill(&arguments, "");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let links = String::from_utf8(output.stdout).unwrap();
    assert_eq!(links.lines().count(), SCENES.len());
    for (scene, link) in SCENES.iter().zip(links.lines()) {
        let read =
            |ending: &str| std::fs::read(folder.join(format!("oembed/{}.{ending}", scene.id)));
        let text = String::from_utf8(read("json").unwrap()).unwrap();
        let told: Value = serde_json::from_str(&text).unwrap();
        assert_eq!((&told["version"], &told["type"]), (&"1.0".into(), &"rich".into()));
        let base = "https://example.org/downhill/";
        assert_eq!(told["thumbnail_url"], format!("{base}oembed/{}.png", scene.id));
        // What an element's attributes may have is well-formed as XML, too.
        let html = told["html"].as_str().unwrap();
        let frame = Document::parse(html).unwrap();
        let frame = frame.root_element();
        assert_eq!(frame.tag_name().name(), "iframe");
        assert_eq!(frame.attribute("src"), Some(&*format!("{base}embed/?scene={}", scene.id)));
        for side in ["width", "height"] {
            assert_eq!(frame.attribute(side), Some(&*told[side].to_string()));
        }
        let thumbnail = read("png").unwrap();
        let decoder = png::Decoder::new(std::io::Cursor::new(&thumbnail[..]));
        let reader = decoder.read_info().unwrap();
        let size = [reader.info().width, reader.info().height];
        assert_eq!(
            size.map(Value::from),
            ["width", "height"].map(|it| told[&*format!("thumbnail_{it}")].clone())
        );
        assert!(thumbnail.len() <= 10_000, "{}: {}", scene.id, thumbnail.len());
        let page = std::fs::read_to_string(folder.join(format!("{}.html", scene.id))).unwrap();
        let (head, body) = page.split_once("</head>").unwrap();
        assert!(head.ends_with(&format!("{link}\n")), "{head}");
        assert!(body.contains(&format!("<downhill-figure query=\"scene={}\" ", scene.id)));
        let closed = link.replace("\">", "\"/>");
        let link = Document::parse(&closed).unwrap();
        let link = link.root_element();
        assert_eq!(link.attribute("type"), Some("application/json+oembed"));
        assert_eq!(link.attribute("href"), Some(&*format!("{base}oembed/{}.json", scene.id)));
        assert_eq!(link.attribute("title"), told["title"].as_str());
    }
}

#[test]
fn an_address_that_is_none_is_refused() {
    for base in ["example.org", "javascript:alert(1)", "https://a/\"><script>", "https://a/?b=c"] {
        let into = concat!(env!("CARGO_TARGET_TMPDIR"), "/refused");
        let output = downhill(&["oembed", "--base", base, "--into", into], "");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.starts_with("downhill: --base: "), "{said}");
        assert!(!Path::new(into).exists());
    }
}
