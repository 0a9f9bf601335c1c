//! `downhill oembed`: what a site that embeds links asks for (oembed.com), as static files.

use crate::arguments::OembedArguments;
use crate::render::raster::Rasterizer;
use crate::render::{self, poster};
use anyhow::{Context, Result, ensure};
use downhill_view::options::scene::{SCENES, Scene};
use downhill_view::text::native::ENGLISH;
use serde_json::{Value, json};

/// Largest width and height of a thumbnail in pixels.
const THUMBNAIL: (u32, u32) = (480, 320);

/// Writes `oembed/SCENE.json` and the thumbnail `oembed/SCENE.png` of each scene, and beside a page
/// `index.html` the page `SCENE.html`, which begins with that scene and tells of its description.
/// Returns the links by which another page does, a line each.
pub fn write(arguments: &OembedArguments) -> Result<String> {
    let base = address(&arguments.base)?;
    let size = render::size(&arguments.size)?;
    let folder = arguments.into.join("oembed");
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let rasterizer = Rasterizer::new()?;
    let page = std::fs::read_to_string(arguments.into.join("index.html")).ok();
    let mut links = String::new();
    for scene in SCENES {
        let mut app = render::figure(&format!("scene={}", scene.id), None, None)?;
        let view = app.pictures().first().copied().context("a scene has a picture")?;
        let still = render::still(&mut app, None, view, THUMBNAIL)?;
        let (thumbnail, its_size) = poster::png(&still.svg, &rasterizer)?;
        render::write(&folder.join(format!("{}.png", scene.id)), &thumbnail)?;
        let text = format!("{:#}\n", description(scene, &base, size, its_size));
        render::write(&folder.join(format!("{}.json", scene.id)), text.as_bytes())?;
        let link = link(scene, &base);
        if let Some(page) = &page {
            let own = beginning_with(scene, page, &link);
            render::write(&arguments.into.join(format!("{}.html", scene.id)), own.as_bytes())?;
        }
        links += &format!("{link}\n");
    }
    Ok(links)
}

/// The description of a scene: rich content, an iframe.
fn description(
    scene: &Scene,
    base: &str,
    (width, height): (u32, u32),
    thumbnail: (u32, u32),
) -> Value {
    let title = title(scene);
    let html = format!(
        "<iframe src=\"{base}embed/?scene={}\" width=\"{width}\" height=\"{height}\" title=\"{title}\" \
         loading=\"lazy\" style=\"border:0;max-width:100%\"></iframe>",
        scene.id
    );
    json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Downhill",
        "provider_url": base,
        "title": title,
        "html": html,
        "width": width,
        "height": height,
        "thumbnail_url": format!("{base}oembed/{}.png", scene.id),
        "thumbnail_width": thumbnail.0,
        "thumbnail_height": thumbnail.1,
    })
}

/// The page with a scene to begin with, and with a link in its head.
fn beginning_with(scene: &Scene, page: &str, link: &str) -> String {
    page.replacen("</head>", &format!("  {link}\n</head>"), 1).replacen(
        "<downhill-figure",
        &format!("<downhill-figure query=\"scene={}\"", scene.id),
        1,
    )
}

/// The element of a page's head by which a site finds a scene's description.
fn link(scene: &Scene, base: &str) -> String {
    format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" \
         href=\"{base}oembed/{}.json\" title=\"{}\">",
        scene.id,
        title(scene)
    )
}

fn title(scene: &Scene) -> String {
    format!("Downhill: {}", ENGLISH.get(&format!("scene_{}", scene.id)))
}

/// The address of a folder, with the slash at its end. Fails for one that would break out of an
/// attribute, or that no browser opens.
fn address(text: &str) -> Result<String> {
    let web = text.starts_with("https://") || text.starts_with("http://");
    let plain = text.bytes().all(|it| it.is_ascii_graphic() && !b"\"'<>?#&\\`".contains(&it));
    ensure!(
        web && plain,
        "--base: “{text}” is to be a folder's address, such as https://example.org/downhill/"
    );
    Ok(format!("{}/", text.trim_end_matches('/')))
}
