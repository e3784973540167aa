//! What the system says of paths is told in the reader's language, with the path and what to do.

use std::fs;

use crate::common::program::program;
use crate::publish::{Workshop, of};
use crate::told::err;

/// What publishing to this folder says.
fn refused(workshop: &Workshop, file: &str, folder: &str) -> String {
    let output = workshop.run(&[file, "-o", folder, "--page", &workshop.path("page")]);
    assert_eq!(output.status.code(), Some(2), "{folder}: {}", err(&output));
    err(&output)
}

#[test]
fn a_folder_that_cannot_be_published_to_says_why() {
    let workshop = Workshop::new("odd-paths");
    let file = workshop.write("in/a.json", &of("甲局").to_string());
    let long = "长".repeat(100);
    let before = workshop.files("");
    for (folder, why) in [
        ("/", "/ 是根目录，不会被替换。请写一个文件夹的名字。\n"),
        (".", "发布时要整个换掉，所以不能在它里面运行。请先到上一级，再写出它的名字。\n"),
        ("in/..", "发布时要整个换掉，所以不能在它里面运行。"),
        ("page/manifest.json", "page/manifest.json 和页面所在的文件夹"),
        ("nowhere/site", "nowhere/site 不能作为发布的文件夹：它的上一级不存在"),
        ("in/a.json/site", "in/a.json/site: 路径的中间有一段是文件，不是文件夹。请检查路径。没有发布。\n"),
        (&long, "名字太长，或者有不能用的字符。请换一个短一些的名字。没有发布。\n"),
        ("-", "-o 后面要写文件夹：发布的是一个文件夹，不能送到标准输出。\n"),
    ] {
        let told = refused(&workshop, &file, folder);
        assert!(told.contains(why) && !told.contains("os error"), "{folder}: {told}");
    }
    workshop.write("file", "mine");
    assert_eq!(refused(&workshop, &file, "file"), "file 是文件，不是文件夹。请另选一个名字。\n");
    fs::remove_file(workshop.path("file")).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("gone", workshop.path("link")).unwrap();
        let told = refused(&workshop, &file, "link");
        assert!(told.starts_with("link 是一个链接，它指的 gone 不存在。"), "{told}");
        fs::remove_file(workshop.path("link")).unwrap();
    }
    assert_eq!(workshop.files(""), before, "nothing is left anywhere");
    // A folder that was published is not replaced from within either.
    workshop.publishes(&[&file]);
    let mut within = program();
    within.current_dir(workshop.path("site")).args(["publish", &file, "-o", ".", "--page", &workshop.path("page")]);
    let output = within.output().unwrap();
    assert!(err(&output).contains("不能在它里面运行") && workshop.has("site/index.html"), "{}", err(&output));
}

#[test]
fn a_file_that_cannot_be_opened_or_written_says_why() {
    let workshop = Workshop::new("odd-files");
    let file = workshop.write("a.json", &of("甲局").to_string());
    let run = |arguments: &[&str]| {
        let output = program().current_dir(workshop.path("")).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", err(&output));
        err(&output)
    };
    for command in ["check", "html"] {
        let told = run(&[command, ""]);
        assert_eq!(told.lines().next().unwrap(), format!("{command} 后面的文件名是空的"));
        assert_eq!(run(&[command, "none.json"]), "none.json: 没有这个文件。\n");
        assert_eq!(run(&[command, "page"]), "page: 这是文件夹。请写出里面的文件。\n");
        let told = run(&[command, "a.json/x"]);
        assert_eq!(told, "a.json/x: 路径的中间有一段是文件，不是文件夹。请检查路径。\n");
        let told = run(&[command, &"x".repeat(300), "--lang=en"]);
        assert!(
            told.ends_with(": the name is too long, or has characters that it cannot have. Choose a shorter one.\n")
        );
    }
    for arguments in [&["check", &file][..], &["template"], &["import", &file]] {
        let told = run(&[arguments, &["-o", "a.json/x"]].concat());
        assert!(told.contains("a.json") && !told.contains("os error"), "{told}");
    }
    for option in ["--accepted", "--site", "--page"] {
        let told = run(&["publish", &file, "-o", "site", "--page", "page", option, "none"]);
        assert!(told.contains("none") && !told.contains("os error"), "{option}: {told}");
    }
    let told = run(&["import-each", &file, "-o", "a.json/x"]);
    assert_eq!(told, "a.json/x: 没有写成：路径的中间有一段是文件，不是文件夹。请检查路径。\n");
}

/// The disk is full in the middle: the file is named, and nothing is left.
#[cfg(target_os = "linux")]
#[test]
fn a_page_that_cannot_be_copied_is_named_with_what_to_do() {
    let workshop = Workshop::new("odd-copy");
    let file = workshop.write("a.json", &of("甲局").to_string());
    fs::remove_file(workshop.path("page/boot-1.js")).unwrap();
    fs::create_dir(workshop.path("page/boot-1.js")).unwrap();
    let output = workshop.publish(&[&file]);
    let told = err(&output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("page/boot-1.js: ") && told.ends_with("没有发布。\n") && !workshop.has("site"), "{told}");
}

/// Names that are no text are told apart, byte by byte, and have folders of their own.
#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_text_are_told_apart() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let workshop = Workshop::new("odd-bytes");
    let names = [&b"x\xfe.json"[..], b"x\xff.json"].map(OsStr::from_bytes);
    for (name, department) in names.iter().zip(["甲局", "乙局"]) {
        fs::write(std::path::Path::new(&workshop.path("")).join(name), of(department).to_string()).unwrap();
    }
    let mut command = program();
    command.current_dir(workshop.path("")).args(["publish", "-o", "site", "--page", "page"]).args(names);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(workshop.has("site/x-xfe/index.html") && workshop.has("site/x-xff/index.html"));
    let missing = program().arg("check").arg(OsStr::from_bytes(b"none\xff")).output().unwrap();
    assert_eq!(err(&missing), "none\\xff: 没有这个文件。\n");
    let mut import = program();
    import.current_dir(workshop.path("")).arg("import").arg(names[0]).args(["-o", "out.json"]);
    assert!(err(&import.output().unwrap()).starts_with("x\\xfe.json: "));
    let url = program().args(["publish", "a", "-o", "b", "--url"]).arg(OsStr::from_bytes(b"http://a\xff")).output();
    assert_eq!(err(&url.unwrap()).lines().next(), Some("有一个参数不是 UTF-8 文字"));
}
