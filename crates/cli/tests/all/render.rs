//! Still pictures, strips, animations and posters of an address.

use crate::{command, downhill};
use downhill_app::Application;
use downhill_core::Experiment;
use downhill_core::data::custom::{Data, OwnData, OwnTargets};
use downhill_view::canvas::record::{Kind, Mark};
use downhill_view::options::scene::SCENES;
use downhill_view::options::show::View;
use downhill_view::text::native::ENGLISH;
use roxmltree::{Document, Node};
use std::collections::HashSet;
use std::path::PathBuf;

/// A file of the tests' own folder.
fn file(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("render");
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

/// What a call that succeeds without a word writes into a file of this name.
fn rendered(arguments: &[&str], name: &str) -> Vec<u8> {
    let file = file(name);
    let output = downhill(&[&["render"], arguments, &["-o", file.to_str().unwrap()]].concat(), "");
    assert_eq!(output.status.code(), Some(0), "{arguments:?} {output:?}");
    assert!(output.stdout.is_empty() && output.stderr.is_empty(), "{arguments:?} {output:?}");
    std::fs::read(file).unwrap()
}

fn svg(arguments: &[&str], name: &str) -> String {
    String::from_utf8(rendered(arguments, name)).unwrap()
}

/// The one line that a call that fails says.
fn refused(arguments: &[&str]) -> String {
    let output = downhill(&[&["render"], arguments].concat(), "");
    assert_eq!(output.status.code(), Some(2), "{arguments:?} {output:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn figure(query: &str, step: u32) -> Application {
    let mut app = Application::new(query, ENGLISH).unwrap();
    (0..step).for_each(|_| app.step_once());
    app
}

/// Kind, points and text of an element, as a mark has them.
fn mark_of(node: Node) -> (Kind, Vec<(i32, i32)>, String) {
    let number = |name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap() as i32;
    let points = |text: &str| {
        let pair = |pair: &str| {
            let (x, y) = pair.split_once(',').unwrap();
            (x.parse().unwrap(), y.parse().unwrap())
        };
        text.split_whitespace().map(pair).collect()
    };
    let text = node.text().unwrap_or_default().trim().to_string();
    let (x, y) = ("x", "y");
    match node.tag_name().name() {
        "line" => {
            (Kind::Line, vec![(number("x1"), number("y1")), (number("x2"), number("y2"))], text)
        }
        "polyline" => (Kind::Line, points(node.attribute("points").unwrap()), text),
        "polygon" => (Kind::Polygon, points(node.attribute("points").unwrap()), text),
        "rect" => {
            let (x, y) = (number(x), number(y));
            let (right, below) = (x + number("width"), y + number("height"));
            (Kind::Polygon, vec![(x, y), (right, y), (right, below), (x, below)], text)
        }
        "circle" => (Kind::Circle, vec![(number("cx"), number("cy"))], text),
        "text" => (Kind::Text, Vec::new(), text),
        "image" => {
            let (x, y) = (number(x), number(y));
            (Kind::Image, vec![(x, y), (x + number("width"), y + number("height"))], text)
        }
        other => panic!("an element {other}"),
    }
}

/// Asserts that an SVG file has these marks, and nothing else.
fn assert_same_marks(svg: &str, marks: &[Mark], what: &str) {
    let document = Document::parse(svg).unwrap_or_else(|error| panic!("{what}: {error}"));
    let nodes: Vec<Node> =
        document.root_element().children().filter(|node| node.is_element()).collect();
    assert_eq!(nodes.len(), marks.len(), "{what}");
    for (node, mark) in nodes.into_iter().zip(marks) {
        let (kind, points, text) = mark_of(node);
        assert_eq!((kind, text), (mark.kind, mark.text.trim().to_string()), "{what}");
        if kind != Kind::Text {
            assert_eq!(points, mark.points, "{what} {mark:?}");
        }
    }
}

const MOONS: &str = "data=moons&layers=4&seed=3";

#[test]
fn an_svg_has_the_marks_that_the_page_draws() {
    for scene in SCENES {
        let query = format!("scene={}", scene.id);
        for view in figure(&query, 0).pictures() {
            let arguments = [&query, "--at", "7", "--view", view.id(), "--size", "600x400"];
            let drawn = svg(&arguments, &format!("marks-{}-{}.svg", scene.id, view.id()));
            let mut app = figure(&query, 7);
            let still = app.still(view, (600, 400), 12.5);
            assert!(still.marks.len() > 3, "{query} {view:?}");
            assert_same_marks(&drawn, &still.marks, &arguments.join(" "));
            let root = Document::parse(&drawn).unwrap();
            let size = ["width", "height"].map(|side| root.root_element().attribute(side));
            assert_eq!(size, [Some("600"), Some("400")]);
        }
    }
}

#[test]
fn an_address_is_read_as_on_the_page() {
    let plain = svg(&[MOONS, "--view", "boundary"], "plain.svg");
    for address in ["?", "https://example.org/downhill/?", "http://localhost:8080/index.html?"] {
        let same = svg(&[&format!("{address}{MOONS}#top"), "--view", "boundary"], "same.svg");
        assert!(plain == same, "{address}");
    }
    let first = svg(&[MOONS], "first.svg");
    assert!(first == svg(&[MOONS, "--view", "curve", "--at", "0"], "curve.svg"));
    assert!(first != svg(&[&format!("{MOONS}&weight=3")], "weight.svg"));
    assert!(svg(&[""], "empty.svg") == svg(&["scene=derivative"], "scene.svg"));
}

#[test]
fn a_language_of_the_command_line_wins() {
    let said = |more: &[&str]| {
        let address = ["scene=gradient&function=x%5E2&start=1.25&language=de"];
        svg(&[&address, more].concat(), "language.svg")
    };
    assert!(said(&[]).contains("Steigung +2,50"));
    assert!(said(&["--language", "fr"]).contains("pente +2,50"));
    assert!(said(&["--language", "en"]).contains("slope +2.50"));
}

#[test]
fn a_theme_of_the_command_line_wins() {
    let themed = |theme: &str| svg(&["scene=descent&theme=dark", "--theme", theme], "themed.svg");
    let (dark, light) = (svg(&["scene=descent&theme=dark"], "dark.svg"), themed("light"));
    let print = themed("print");
    assert!(dark == themed("dark") && dark != light && light != print);
    assert!(print.contains("#FFFFFF") && dark.contains("#14171C") && !dark.contains("#FCFBF8"));
    assert!(themed("projector") != light);
}

/// Width, height and the number of different colours of a PNG.
fn read_png(bytes: &[u8]) -> (u32, u32, usize) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let colours: HashSet<&[u8]> = pixels.chunks(info.color_type.samples()).collect();
    (info.width, info.height, colours.len())
}

#[test]
fn a_png_has_the_size_that_was_asked_for_and_a_picture_on_it() {
    for scene in SCENES {
        let query = format!("scene={}", scene.id);
        for view in figure(&query, 0).pictures() {
            let arguments = [&query, "--at", "3", "--size", "500x300", "--view", view.id()];
            let (width, height, colours) = read_png(&rendered(&arguments, "still.png"));
            assert_eq!((width, height), (500, 300), "{arguments:?}");
            // An image in a picture has many more colours than lines and words.
            let image = [View::Map, View::Surface, View::Boundary].contains(&view);
            let most = if image && scene.id != "neuron" { 1500 } else { 100 };
            assert!(colours > most, "{arguments:?}: {colours}");
        }
    }
}

#[test]
fn words_are_drawn_in_a_png() {
    let words = |size: &str| {
        let arguments = ["function=x^2&start=1&domain=-2,2", "--size", size, "--view", "curve"];
        rendered(&arguments, "words.png")
    };
    let without = command(&["render", "scene=descent", "-o", file("none.png").to_str().unwrap()])
        .env("FONTCONFIG_FILE", no_fonts())
        .output()
        .unwrap();
    assert!(read_png(&words("640x400")).2 > 30);
    if cfg!(target_os = "linux") {
        let said = String::from_utf8(without.stderr).unwrap();
        assert_eq!(without.status.code(), Some(2), "{said}");
        assert!(said.contains("has no font") && said.contains("apt-get install"), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

/// A configuration by which a computer has no fonts.
fn no_fonts() -> PathBuf {
    let configuration = file("no-fonts.conf");
    let text = "<?xml version=\"1.0\"?><fontconfig><dir>/nowhere/at/all</dir></fontconfig>";
    std::fs::write(&configuration, text).unwrap();
    configuration
}

#[test]
fn a_strip_names_the_step_of_each_picture() {
    let query = "scene=descent";
    let arguments = [query, "--frames", "0,10..30/10,50", "--size", "300x200"];
    let strip = svg(&arguments, "strip.svg");
    let document = Document::parse(&strip).unwrap();
    let root = document.root_element();
    let texts: Vec<&str> = root
        .children()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
        .filter_map(|node| node.text())
        .map(str::trim)
        .collect();
    assert_eq!(texts, ["step 0", "step 10", "step 20", "step 30", "step 50"]);
    let pictures: Vec<Node> = root
        .children()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "svg")))
        .collect();
    assert_eq!(pictures.len(), 5);
    for (picture, step) in pictures.iter().zip([0, 10, 20, 30, 50]) {
        let alone = svg(&[query, "--at", &step.to_string(), "--size", "300x200"], "alone.svg");
        let inside = |svg: &str, node: &Node| {
            let range = node.first_child().unwrap().range().start..node.range().end;
            svg[range].to_string()
        };
        let whole = Document::parse(&alone).unwrap();
        assert!(inside(&strip, picture) == inside(&alone, &whole.root_element()), "{step}");
    }
    let (width, height, colours) = read_png(&rendered(&arguments, "strip.png"));
    assert!(width >= 5 * 300 && height > 200 && colours > 30, "{width} {height} {colours}");
}

/// Size, number of frames, and time of a GIF in hundredths of a second.
fn read_gif(bytes: &[u8]) -> ((u16, u16), usize, u32) {
    let mut reader = gif::DecodeOptions::new().read_info(bytes).unwrap();
    let (size, mut count, mut time) = ((reader.width(), reader.height()), 0, 0);
    let mut pictures = HashSet::new();
    while let Some(frame) = reader.read_next_frame().unwrap() {
        assert_eq!((frame.width, frame.height), size);
        count += 1;
        time += u32::from(frame.delay);
        pictures.insert(frame.buffer.to_vec());
    }
    assert_eq!(pictures.len(), count, "each step looks different");
    (size, count, time)
}

#[test]
fn an_animation_has_a_frame_for_each_step_at_its_pace() {
    for (frames, more, count, time) in [
        ("0..12", &[][..], 13, 130),
        ("0..12/5", &["--pace", "24"], 3, 13),
        ("1,4,9", &["--pace", "2"], 3, 150),
    ] {
        let arguments = ["scene=gradient", "--frames", frames, "--size", "240x160"];
        let bytes = rendered(&[&arguments, more].concat(), "run.gif");
        assert_eq!(read_gif(&bytes), ((240, 160), count, time), "{frames}");
    }
}

#[test]
fn the_posters_of_all_scenes_are_small() {
    for scene in SCENES {
        let query = format!("scene={}", scene.id);
        for view in figure(&query, 0).pictures() {
            let curve = [View::Curve, View::Derivative].contains(&view);
            let name = format!("{}-{}.{}", scene.id, view.id(), if curve { "svg" } else { "png" });
            let arguments =
                [&query, "--poster", "--at", "20", "--view", view.id(), "--size", "480x320"];
            let bytes = rendered(&arguments, &name);
            assert!((500..=10_000).contains(&bytes.len()), "{name}: {}", bytes.len());
            if !curve {
                assert!(read_png(&bytes).2 > 8, "{name}");
            }
        }
    }
}

#[test]
fn what_cannot_be_drawn_is_said_in_one_line() {
    for (arguments, part) in [
        (&["scene=descend", "-o", "a.svg"][..], "scene"),
        (&["scene=descent&colour=red", "-o", "a.svg"], "colour"),
        (&["scene=descent&learning_rate=fast", "-o", "a.svg"], "fast"),
        (&["function=x^^2", "-o", "a.svg"], "At character 2"),
        (&["experiment", "-o", "a.svg"], "“experiment” is no address"),
        (&["data=moons", "--view", "surfaces", "-o", "a.svg"], "curve, derivative, map, surface"),
        (&["scene=derivative", "--view", "surface", "-o", "a.svg"], "it has curve, derivative"),
        (&["data=moons", "--view", "kept", "-o", "a.svg"], "--view"),
        (
            &["data=moons", "--theme", "red", "-o", "a.svg"],
            "light, dark, projector, projector_dark, print",
        ),
        (&["data=moons", "--language", "xx", "-o", "a.svg"], "there is no “xx”"),
        (&["data=moons", "--size", "600", "-o", "a.svg"], "--size: “600”"),
        (&["data=moons", "--size", "0x400", "-o", "a.svg"], "64 to 4096"),
        (&["data=moons", "--size", "100000x400", "-o", "a.svg"], "64 to 4096"),
        (&["data=moons", "--size=-600x400", "-o", "a.svg"], "--size: “-600x400”"),
        (&["data=moons", "--frames", "5,3", "-o", "a.svg"], "--frames: “5,3”"),
        (&["data=moons", "--frames", "5..3", "-o", "a.gif"], "--frames: “5..3”"),
        (&["data=moons", "--frames", "0..9/0", "-o", "a.gif"], "--frames: “0..9/0”"),
        (&["data=moons", "--frames", "", "-o", "a.gif"], "--frames: “”"),
        (&["data=moons", "--frames", "0..4000000000", "-o", "a.gif"], "up to 1000 frames"),
        (&["data=moons", "--frames", "0..30", "-o", "a.svg"], "up to 24 pictures"),
        (&["data=moons", "--frames", "0..9", "--size", "4000x300", "-o", "a.png"], "40000 pixels"),
        (&["data=moons", "--frames", "0..3", "--pace", "0", "-o", "a.gif"], "--pace: “0”"),
        (&["data=moons", "--pace", "3", "-o", "a.svg"], "--pace is for an animation"),
        (&["data=moons", "-o", "a.gif"], "--frames 0..50"),
        (&["data=moons", "--poster", "-o", "a.gif"], "a poster is"),
        (&["data=moons", "--view", "surface", "--poster", "-o", "a.svg"], "write a *.png"),
        (&["data=moons", "-o", "a.jpg"], "“a.jpg” is to end in .svg, .png or .gif"),
        (&["data=moons", "-o", "a"], "“a” is to end in"),
        (&["data=moons", "-o", "/nowhere/at/all/a.svg"], "/nowhere/at/all/a.svg: "),
        (
            &["function=square&start=1&learning_rate=10", "--at", "500", "-o", "a.svg"],
            "no iteration 500",
        ),
    ] {
        let said = refused(arguments);
        assert!(said.starts_with("downhill: ") && said.contains(part), "{arguments:?}: {said}");
        assert_eq!(said.lines().count(), 1, "{arguments:?}: {said}");
    }
    for (arguments, part) in [
        (&["data=moons"][..], "--output"),
        (&["data=moons", "--at", "-3", "-o", "a.svg"], "'-3' for '--at"),
        (&["data=moons", "--at", "3", "--frames", "3", "-o", "a.svg"], "--frames"),
    ] {
        let said = refused(arguments);
        assert!(said.contains(part), "{arguments:?}: {said}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    for ending in ["svg", "png"] {
        let full = file(&format!("full.{ending}"));
        let _ = std::fs::remove_file(&full);
        std::os::unix::fs::symlink("/dev/full", &full).unwrap();
        let full = full.to_str().unwrap();
        let said = refused(&["scene=descent", "-o", full]);
        assert!(said.contains(&format!("{full}: No space left")), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

#[test]
fn names_of_ones_own_stay_words() {
    let named = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    let script = "<script>alert(\"1\")</script>&'";
    let own = OwnData {
        inputs: vec![vec![1.0, 2.0], vec![3.0, 4.0], vec![2.0, 1.0], vec![4.0, 3.0]],
        targets: OwnTargets::Names(named(&["]]>", "<b>\u{1}\u{ffff}", "]]>", "<b>\u{1}\u{ffff}"])),
        names: named(&[script, "data:image/png;base64,AAAA 1 2 3 4"]),
    };
    let experiment = Experiment { data: Data::Own(own), ..Experiment::default() };
    let query = format!("{}&weight=0", experiment.to_query().unwrap());
    for arguments in [&["--view", "diagram"][..], &["--poster"]] {
        let drawn = svg(&[&[&*query], arguments].concat(), "own.svg");
        let document = Document::parse(&drawn).unwrap_or_else(|error| panic!("{error}"));
        let texts: Vec<&str> = document.descendants().filter_map(|node| node.text()).collect();
        assert!(texts.iter().any(|text| text.contains("<script>")), "{texts:?}");
        assert!(document.descendants().all(|node| node.tag_name().name() != "script"));
    }
}
