//! `serve`: the page on this machine, rebuilt on every change.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use lexopt::prelude::*;

use crate::edition::{Finish, folder_of_seeds, with_seeds};
use crate::project::Project;
use crate::{terminal, tools};

const USUAL_PORT: u16 = 8080;

struct Wishes {
    seeds: Option<PathBuf>,
    port: Option<u16>,
    finish: Finish,
}

/// The chore: serves until it is stopped.
pub(crate) fn run(project: &Project, arguments: lexopt::Parser) -> Result<()> {
    let start = Instant::now();
    let wishes = read_wishes(arguments)?;
    let port = choose_port(wishes.port)?;
    terminal::heading("tools", "what builds the page");
    let tools = tools::for_the_page(project)?;

    terminal::heading(
        "serve",
        "building the page, then serving it on this machine only",
    );
    let mut trunk = tools.trunk(project);
    trunk.args([
        "serve",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
    ]);
    // Not into dist/: what lies there is to be published, and this is not.
    let dist = project.root().join("target/serve");
    std::fs::create_dir_all(&dist)?;
    trunk.arg("--dist").arg(dist);
    wishes.finish.ask_for(&mut trunk);
    if let Some(seeds) = &wishes.seeds {
        trunk
            .arg("--watch")
            .arg(project.root())
            .arg("--watch")
            .arg(seeds);
    }
    let mut server = with_seeds(&mut trunk, wishes.seeds.as_deref())
        .stdin(Stdio::null())
        .spawn()
        .context("cannot start trunk")?;
    wait_for_page(&mut server, port)?;
    terminal::success(
        &format!("the page is at http://127.0.0.1:{port}/ – Ctrl+C stops it"),
        start.elapsed(),
    );
    let status = server.wait()?;
    ensure!(status.success(), "the server stopped ({status})");
    Ok(())
}

fn read_wishes(mut arguments: lexopt::Parser) -> Result<Wishes> {
    let mut wishes = Wishes {
        seeds: None,
        port: None,
        finish: Finish::Checked,
    };
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("seeds") => wishes.seeds = Some(folder_of_seeds(arguments.value()?.as_ref())?),
            Long("port") => wishes.port = Some(arguments.value()?.parse()?),
            Long("release") => wishes.finish = Finish::Release,
            other => bail!(other.unexpected()),
        }
    }
    Ok(wishes)
}

/// The port asked for, which must be free, or else the first free one from the usual one on.
fn choose_port(wished: Option<u16>) -> Result<u16> {
    if let Some(port) = wished {
        ensure!(
            is_free(port),
            "port {port} is taken; name another with --port"
        );
        return Ok(port);
    }
    (USUAL_PORT..USUAL_PORT + 100)
        .find(|&port| is_free(port))
        .context("no port near 8080 is free; name one with --port")
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Returns when the page answers. A build that fails is trunk's to report: it waits for the
/// repair, and so do we.
fn wait_for_page(server: &mut Child, port: u16) -> Result<()> {
    while !answers(port) {
        if let Some(status) = server.try_wait()? {
            bail!("the server stopped before the page was there ({status})");
        }
        sleep(Duration::from_millis(200));
    }
    Ok(())
}

fn answers(port: u16) -> bool {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let ask = || -> std::io::Result<[u8; 12]> {
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        stream.write_all(b"GET / HTTP/1.0\r\nAccept: text/html\r\n\r\n")?;
        let mut status = [0; 12];
        stream.read_exact(&mut status)?;
        Ok(status)
    };
    ask().is_ok_and(|status| status.ends_with(b" 200"))
}
