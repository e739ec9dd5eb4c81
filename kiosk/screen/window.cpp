#include "screen/window.h"

#include "base/handle.h"
#include "screen/input.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <string_view>

namespace kiosk {

namespace {

using SdlWindow = std::unique_ptr<SDL_Window, FreeWith<SDL_DestroyWindow>>;
using SdlRenderer = std::unique_ptr<SDL_Renderer, FreeWith<SDL_DestroyRenderer>>;
using SdlTexture = std::unique_ptr<SDL_Texture, FreeWith<SDL_DestroyTexture>>;
using SdlSurface = std::unique_ptr<SDL_Surface, FreeWith<SDL_FreeSurface>>;

struct SdlSession {
    bool ready = false;
    ~SdlSession() {
        if (ready) SDL_Quit();
    }
};

Error unavailable(std::string const& what, std::string const& remedy) {
    return {Kind::Unavailable, what + " (" + SDL_GetError() + "); " + remedy};
}

void set_hints() {
    // Fingers and the mouse each tell themselves; neither is made up from the other.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
}

// By default SDL sends window surfaces through OpenGL, which without a GPU costs ten times as much as plain
// memory. On Wayland, and without a display server, there is nothing but OpenGL or dumb buffers: SDL decides.
void keep_frames_in_memory() {
    std::string_view const driver = SDL_GetCurrentVideoDriver();
    if (driver == "x11" || driver == "offscreen" || driver == "dummy")
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
}

Result<SdlWindow> open_window(WindowOptions const& options) {
    SDL_Rect place{SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1920, 1080};
    Uint32 flags = SDL_WINDOW_SHOWN;
    if (options.size) {
        place.w = options.size->w;
        place.h = options.size->h;
        if (options.fullscreen) flags |= SDL_WINDOW_BORDERLESS;
    } else {
        // Without a window manager FULLSCREEN_DESKTOP reports a size that the real window does not have, so
        // the window is simply as large as the display. Wayland lets no window choose its place.
        SDL_GetDisplayBounds(0, &place);
        bool const wayland = std::string_view(SDL_GetCurrentVideoDriver()) == "wayland";
        flags |= wayland ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_BORDERLESS | SDL_WINDOW_ALWAYS_ON_TOP;
    }
    SdlWindow window{SDL_CreateWindow(options.title.c_str(), place.x, place.y, place.w, place.h, flags)};
    if (!window)
        return unavailable("cannot open a window",
                           "start the kiosk in a graphical session or use --window WxH");
    return window;
}

struct Gpu {
    SdlRenderer renderer;
    std::string name;
    bool real = false;  ///< Not a CPU that plays one.
};

/// The renderer's GL_RENDERER string; its context must be current, as it is after its creation.
std::string gl_name() {
    using GetString = unsigned char const*(unsigned);
    constexpr unsigned gl_renderer = 0x1F01;
    auto* get = reinterpret_cast<GetString*>(SDL_GL_GetProcAddress("glGetString"));
    auto const* name = get ? get(gl_renderer) : nullptr;
    return name ? reinterpret_cast<char const*>(name) : "unknown";
}

Gpu open_gpu(SDL_Window* window) {
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengl");
    Gpu gpu{SdlRenderer{SDL_CreateRenderer(window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC)},
            {},
            false};
    SDL_RendererInfo info{};
    if (!gpu.renderer || SDL_GetRendererInfo(gpu.renderer.get(), &info) != 0 ||
        std::string_view(info.name) != "opengl")
        return {};
    gpu.name = gl_name();
    auto is = [&](char const* pretender) { return gpu.name.find(pretender) != std::string::npos; };
    gpu.real = !is("llvmpipe") && !is("softpipe") && !is("SwiftShader");
    return gpu;
}

// Asking OpenGL loads a compiler and costs half a second, so look first whether there is a device at all.
bool gpu_device_exists() {
    std::error_code bad;
    if (std::filesystem::exists("/dev/nvidia0", bad)) return true;
    for (std::filesystem::directory_iterator entry{"/dev/dri", bad}, end; !bad && entry != end;
         entry.increment(bad))
        if (entry->path().filename().string().starts_with("renderD")) return true;
    return false;
}

SDL_Rect sdl_rect(Rect const& r) { return {r.x, r.y, r.w, r.h}; }

bool has_our_pixels(SDL_Surface const* surface) {
    return surface->format->format == SDL_PIXELFORMAT_RGB888 ||
           surface->format->format == SDL_PIXELFORMAT_ARGB8888;
}

}

// Frames are painted straight into the window's surface where its pixels are like ours; for the GPU and
// otherwise into `frame`, and then copied by damaged rectangles.
struct ScreenWindow::State {
    SdlSession session;
    SdlWindow window;
    SdlRenderer renderer;
    SdlTexture texture;
    Bitmap frame;
    std::string description;
    Uint32 wake_event = 0;
    std::atomic<bool> wake_pending = false;

    Status open_on_gpu(WindowOptions const&);
    Status open_in_memory(WindowOptions const&);
    Size size() const;
    Status renew_frame(Size);
    Target own_frame() { return target_of(frame); }
    Status show_surface(std::vector<Rect> const& damage);
    Status show_texture(std::vector<Rect> const& damage);
    void show_again();
    void handle(SDL_Event const&, std::vector<InputEvent>&);
};

Size ScreenWindow::State::size() const {
    Size result;
    if (renderer)
        SDL_GetRendererOutputSize(renderer.get(), &result.w, &result.h);
    else
        SDL_GetWindowSize(window.get(), &result.w, &result.h);
    return result;
}

Status ScreenWindow::State::renew_frame(Size wanted) {
    if (frame.size() != wanted) frame = Bitmap(wanted);
    if (!renderer) return {};
    int width = 0, height = 0;
    if (texture) SDL_QueryTexture(texture.get(), nullptr, nullptr, &width, &height);
    if (Size{width, height} == wanted) return {};
    texture.reset(SDL_CreateTexture(renderer.get(), SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STREAMING,
                                    wanted.w, wanted.h));
    if (!texture) return unavailable("the GPU gives no texture for a frame", "use --renderer software");
    SDL_SetTextureBlendMode(texture.get(), SDL_BLENDMODE_NONE);
    return {};
}

Status ScreenWindow::State::show_surface(std::vector<Rect> const& damage) {
    std::vector<SDL_Rect> rects;
    for (Rect const& r : damage) rects.push_back(sdl_rect(r));
    if (!frame.empty()) {
        SdlSurface source{SDL_CreateRGBSurfaceWithFormatFrom(frame.row(0), frame.size().w, frame.size().h, 32,
                                                             frame.size().w * 4, SDL_PIXELFORMAT_RGB888)};
        SDL_Surface* surface = SDL_GetWindowSurface(window.get());
        for (SDL_Rect r : rects)
            if (SDL_Rect to = r; source && surface) SDL_BlitSurface(source.get(), &r, surface, &to);
    }
    if (SDL_UpdateWindowSurfaceRects(window.get(), rects.data(), int(rects.size())) != 0)
        return unavailable("the display does not take the frame", "it will be tried again");
    return {};
}

Status ScreenWindow::State::show_texture(std::vector<Rect> const& damage) {
    for (Rect const& r : damage) {
        SDL_Rect const rect = sdl_rect(r);
        if (SDL_UpdateTexture(texture.get(), &rect, frame.row(r.y) + r.x, frame.size().w * 4) != 0)
            return unavailable("the GPU does not take the frame", "use --renderer software");
    }
    SDL_RenderCopy(renderer.get(), texture.get(), nullptr, nullptr);
    SDL_RenderPresent(renderer.get());
    return {};
}

/// After something covered the window, or the GPU lost its memory. Failing is harmless: the next frame comes.
void ScreenWindow::State::show_again() {
    std::vector<Rect> const all{{0, 0, size().w, size().h}};
    if (renderer && texture && frame.size() == all.front().size()) (void)show_texture(all);
    if (!renderer && SDL_GetWindowSurface(window.get())) (void)show_surface(all);
}

void ScreenWindow::State::handle(SDL_Event const& event, std::vector<InputEvent>& events) {
    if (event.type == wake_event) wake_pending = false;
    if (event.type == SDL_RENDER_DEVICE_RESET) {
        texture.reset();
        if (renew_frame(frame.size())) show_again();
    }
    bool const exposed = event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_EXPOSED;
    if (exposed || event.type == SDL_RENDER_TARGETS_RESET) show_again();
    if (auto input = input_of(event, size())) append(events, *input);
}

ScreenWindow::ScreenWindow(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ScreenWindow::~ScreenWindow() = default;
ScreenWindow::ScreenWindow(ScreenWindow&&) noexcept = default;
ScreenWindow& ScreenWindow::operator=(ScreenWindow&&) noexcept = default;

/// Leaves the state without a window if OpenGL is only played by a CPU and was not asked for by name.
Status ScreenWindow::State::open_on_gpu(WindowOptions const& options) {
    auto opened = open_window(options);
    if (!opened) return opened.error();
    Gpu gpu = open_gpu(opened->get());
    bool const demanded = options.renderer == RendererChoice::OpenGl;
    if (demanded && !gpu.renderer)
        return unavailable("OpenGL does not work here", "use --renderer software or auto");
    if (!demanded && !gpu.real) return {};
    description = "opengl (" + gpu.name + ") on " + SDL_GetCurrentVideoDriver();
    renderer = std::move(gpu.renderer);
    window = std::move(*opened);
    return {};
}

Status ScreenWindow::State::open_in_memory(WindowOptions const& options) {
    keep_frames_in_memory();
    auto opened = open_window(options);
    if (!opened) return opened.error();
    window = std::move(*opened);
    description = std::string("software frames on ") + SDL_GetCurrentVideoDriver();
    return {};
}

Result<ScreenWindow> ScreenWindow::create(WindowOptions const& options) {
    set_hints();
    auto state = std::make_unique<State>();
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return unavailable("there is no display", "start the kiosk in a graphical session, or set DISPLAY");
    state->session.ready = true;
    state->wake_event = SDL_RegisterEvents(1);

    bool const demanded = options.renderer == RendererChoice::OpenGl;
    if (demanded || (options.renderer == RendererChoice::Auto && gpu_device_exists()))
        if (Status opened = state->open_on_gpu(options); !opened) return opened.error();
    if (!state->window)
        if (Status opened = state->open_in_memory(options); !opened) return opened.error();
    SDL_ShowCursor(options.show_cursor ? SDL_ENABLE : SDL_DISABLE);
    return ScreenWindow(std::move(state));
}

Size ScreenWindow::size() const { return m_state->size(); }

std::string const& ScreenWindow::description() const { return m_state->description; }

Result<Target> ScreenWindow::begin() {
    if (m_state->renderer) {
        if (Status made = m_state->renew_frame(m_state->size()); !made) return made.error();
        return m_state->own_frame();
    }
    SDL_Surface* surface = SDL_GetWindowSurface(m_state->window.get());
    if (!surface) return unavailable("the display gives no memory for a frame", "it will be tried again");
    if (has_our_pixels(surface))
        return Target{static_cast<std::uint32_t*>(surface->pixels),
                      std::size_t(surface->pitch),
                      {surface->w, surface->h}};
    if (Status made = m_state->renew_frame({surface->w, surface->h}); !made) return made.error();
    return m_state->own_frame();
}

Status ScreenWindow::present(std::vector<Rect> const& damage) {
    if (damage.empty()) return {};
    return m_state->renderer ? m_state->show_texture(damage) : m_state->show_surface(damage);
}

std::vector<InputEvent> ScreenWindow::wait(Millis timeout) {
    std::vector<InputEvent> events;
    Millis const longest = std::chrono::hours(24);
    SDL_Event event;
    bool got = SDL_WaitEventTimeout(&event, int(std::clamp(timeout, Millis{0}, longest).count())) == 1;
    for (; got; got = SDL_PollEvent(&event) == 1) m_state->handle(event, events);
    return events;
}

void ScreenWindow::wake() const {
    if (m_state->wake_pending.exchange(true)) return;
    SDL_Event event{};
    event.type = m_state->wake_event;
    if (SDL_PushEvent(&event) != 1) m_state->wake_pending = false;
}

}
