//! A page as dots, for slides: the SVG, drawn at twice the size of a screen.
//!
//! Only with the cargo feature `png`. It brings its letters along, so that the picture is the same on every machine, and
//! reads nothing else: no other fonts, no files that an SVG might name.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

const FONTS: [&[u8]; 4] = [
    include_bytes!("../../assets/fonts/DejaVuSans.ttf"),
    include_bytes!("../../assets/fonts/DejaVuSans-Bold.ttf"),
    include_bytes!("../../assets/fonts/DejaVuSansMono.ttf"),
    include_bytes!("../../assets/fonts/DejaVuSansMono-Bold.ttf"),
];
/// The widest picture: twice a screen of 1920 dots.
const WIDEST: f32 = 3840.0;

/// The picture of an SVG document.
///
/// # Errors
/// If it is no SVG that can be drawn; what the drawing program says of it.
pub fn write(svg: &str) -> Result<Vec<u8>, String> {
    let mut fonts = Database::new();
    FONTS.iter().for_each(|font| fonts.load_font_data(font.to_vec()));
    fonts.set_sans_serif_family("DejaVu Sans");
    fonts.set_monospace_family("DejaVu Sans Mono");
    let options = Options {
        fontdb: Arc::new(fonts),
        font_family: "DejaVu Sans".to_owned(),
        resources_dir: None,
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let scale = WIDEST / tree.size().width();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page is wider than high")]
    let size = (WIDEST as u32, (tree.size().height() * scale).ceil() as u32);
    let mut dots = Pixmap::new(size.0, size.1).ok_or("the page has no size")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut dots.as_mut());
    dots.encode_png().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_lines_are_drawn() {
        let page = |inside: &str| {
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\" width=\"40mm\" height=\"20mm\">\
                 <rect width=\"40\" height=\"20\" fill=\"#ffffff\"/>{inside}</svg>"
            )
        };
        let blank = write(&page("")).expect("it draws");
        assert!(blank.starts_with(b"\x89PNG"));
        for font in ["monospace", "sans-serif"] {
            let letters =
                page(&format!("<text x=\"2\" y=\"12\" font-family=\"{font}\" font-size=\"8\">Åse ◀</text>"));
            assert!(write(&letters).expect("it draws").len() > blank.len() + 2_000, "{font}");
        }
        assert!(write("no picture").is_err());
    }
}
