//! Serving on this machine while working.

use std::net::{Ipv4Addr, TcpStream};
use std::process::Child;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use clap::Args;

use crate::command::announce;
use crate::failure::{Advise, Failure};
use crate::port;
use crate::tools::Builder;
use crate::workspace::Workspace;

/// How long Trunk may take to end by itself once it is asked to.
const PATIENCE: Duration = Duration::from_secs(3);

const INTERVAL: Duration = Duration::from_millis(100);

/// What `cargo xtask serve` can be told.
#[derive(Args)]
pub(crate) struct Options {
    /// The port to serve on; where it is taken, the next free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// Builds, serves and rebuilds at every change until Ctrl-C.
pub(crate) fn serve(workspace: &Workspace, options: &Options) -> anyhow::Result<()> {
    let builder = Builder::prepare(workspace)?;
    let port = port::free_from(options.port)?;
    if port != options.port {
        announce(format!("Port {} is taken, so this uses {port}", options.port));
    }
    let stopped = Arc::new(AtomicBool::new(false));
    let stop = Arc::clone(&stopped);
    ctrlc::set_handler(move || stop.store(true, Ordering::Relaxed))?;

    announce("Building for development (seconds when little changed, about two minutes the first time)");
    let mut trunk = builder
        .trunk(workspace)?
        .args(["serve", "--address", "127.0.0.1", "--port", &port.to_string(), "--dist"])
        .arg(workspace.target().join("serve"))
        .spawn()
        .advise(
            "Trunk cannot be started",
            "Delete the folder of Trunk in the cache folder, then run the same command again.",
        )?;

    let mut announced = false;
    while !stopped.load(Ordering::Relaxed) {
        if let Some(status) = trunk.try_wait()? {
            return Err(Failure::error(
                format!("Trunk ended ({status})"),
                "Mend what the compiler or Trunk names above, then run the same command again.",
            ));
        }
        if !announced && TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            announce(format!(
                "Middle Layer is at http://127.0.0.1:{port}/ and follows your changes; Ctrl-C ends this"
            ));
            announced = true;
        }
        thread::sleep(INTERVAL);
    }
    end(&mut trunk)?;
    announce("Stopped");
    Ok(())
}

/// Ctrl-C reaches Trunk too; a signal sent to this process alone does not.
fn end(trunk: &mut Child) -> anyhow::Result<()> {
    let asked = Instant::now();
    while trunk.try_wait()?.is_none() {
        if asked.elapsed() > PATIENCE {
            trunk.kill()?;
            trunk.wait()?;
            break;
        }
        thread::sleep(INTERVAL);
    }
    Ok(())
}
