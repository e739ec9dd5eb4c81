# Shared by tools/run and tools/test: which Debian packages the project needs, and how a tree is built.
# Sourced by bash; expects `set -eu` and sets `root`, the top of the checkout.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

packages_build=(
    g++ cmake ninja-build pkg-config
    libsdl2-dev libsdl2-ttf-dev libimgui-dev libstb-dev
    libpango1.0-dev libcairo2-dev libfontconfig-dev librsvg2-dev libturbojpeg0-dev
    libpng-dev libwebp-dev libtiff-dev libheif-dev libgif-dev libpoppler-cpp-dev liblcms2-dev
    libtomlplusplus-dev nlohmann-json3-dev libmd4c-dev libmd4c-html0-dev libcli11-dev
    libmicrohttpd-dev libcpp-httplib-dev libsqlite3-dev libsodium-dev libqrcodegencpp-dev libseccomp-dev
    libarchive-dev
)
packages_run=(fonts-inter fonts-vollkorn fonts-noto-core fonts-urw-base35)
packages_test=(
    doctest-dev python3 universal-ctags
    xserver-xorg-core xserver-xorg-video-dummy zbar-tools chromium
)

# need PACKAGE...: installs those that are missing; asks the network for nothing when none is.
need() {
    local installed missing=() name as_root=()
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for name; do
        grep -qxF "$name installed" <<<"$installed" || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "Missing packages, and no sudo here. As root: apt-get install ${missing[*]}" >&2
            return 1
        }
        as_root=(sudo)
    fi
    echo "Installing ${#missing[@]} Debian packages: ${missing[*]}" >&2
    local quiet=(-qq -o Dpkg::Use-Pty=0)
    "${as_root[@]}" apt-get "${quiet[@]}" update >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get "${quiet[@]}" install -y --no-install-recommends "${missing[@]}" >&2
}

# build PRESET [TARGET...]: configures and builds build/PRESET; everything if no target is named.
build() {
    local preset=$1 options=()
    shift
    if command -v ccache >/dev/null; then options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
    cmake -S "$root" --preset "$preset" "${options[@]}" >/dev/null
    cmake --build "$root/build/$preset" ${1+--target "$@"} >&2
}
