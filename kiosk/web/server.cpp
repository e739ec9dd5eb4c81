#include "web/server.h"

#include "base/log.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <exception>
#include <thread>
#include <unordered_map>

#include <microhttpd.h>
#include <netdb.h>
#include <sys/socket.h>

namespace kiosk {
namespace {

constexpr std::size_t longest_target = 2048, longest_headers = 8192, longest_body = 8192;
constexpr int most_headers = 50;
/// What libmicrohttpd may keep of one request: enough to see that it is too long, and to say so ourselves.
constexpr std::size_t memory_per_connection = 24 * 1024;
/// A crowd behind one address is normal at a fair, and the kiosk asks over loopback, so that the share of one
/// address has to be large; an idle connection costs little.
constexpr unsigned most_connections = 2048, most_per_address = 1536;
constexpr unsigned idle_seconds = 10;
/// From the end of the answer before (or the connecting) to the end of the next: time for a slow phone, but
/// not for somebody who sends a byte now and then.
constexpr Millis request_deadline{20'000};
constexpr int wake_every_ms = 250;

/// A request while it comes in.
struct Incoming {
    std::string target;
    Request request;
    std::size_t header_bytes = 0;
    int header_count = 0;
    bool begun = false, doubled = false;
};

MHD_Result add_header(void* closure, MHD_ValueKind, char const* name, char const* value) {
    auto& incoming = *static_cast<Incoming*>(closure);
    std::string small{name ? name : ""};
    std::transform(small.begin(), small.end(), small.begin(),
                   [](unsigned char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : char(c); });
    std::string text{value ? value : ""};
    incoming.header_bytes += small.size() + text.size() + 4;
    ++incoming.header_count;
    bool added = incoming.request.headers.emplace(small, std::move(text)).second;
    if (!added && (small == "host" || small == "content-length")) incoming.doubled = true;
    return MHD_YES;
}

std::string peer_of(MHD_Connection* connection) {
    auto info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (!info || !info->client_addr) return {};
    socklen_t size = info->client_addr->sa_family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
    char name[NI_MAXHOST] = "";
    ::getnameinfo(info->client_addr, size, name, sizeof name, nullptr, 0, NI_NUMERICHOST);
    return plain_address(name);
}

/// The status for a request that we won't take, as far as its headers tell; else 0. Bodies come with their
/// length or not at all: chunks and compression have been the way round every limit.
int refusal(Incoming const& incoming) {
    Request const& request = incoming.request;
    bool post = request.method == "POST";
    bool has_length = request.headers.contains("content-length");
    bool chunked = request.headers.contains("transfer-encoding");
    if (incoming.doubled || (has_length && chunked)) return MHD_HTTP_BAD_REQUEST;
    if (!post && request.method != "GET" && request.method != "HEAD") return MHD_HTTP_METHOD_NOT_ALLOWED;
    if (incoming.target.size() > longest_target) return MHD_HTTP_URI_TOO_LONG;
    if (incoming.header_bytes > longest_headers || incoming.header_count > most_headers)
        return MHD_HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE;
    if (chunked || (post && !has_length)) return MHD_HTTP_LENGTH_REQUIRED;
    if (request.headers.contains("content-encoding")) return MHD_HTTP_UNSUPPORTED_MEDIA_TYPE;
    if (std::strtoull(field_value(request.headers, "content-length").c_str(), nullptr, 10) > longest_body)
        return MHD_HTTP_CONTENT_TOO_LARGE;
    return 0;
}

MHD_Result send(MHD_Connection* connection, Response const& response, bool close) {
    // The library's type is not const, but with MUST_COPY it only reads.
    MHD_Response* reply = MHD_create_response_from_buffer(
        response.body.size(), const_cast<char*>(response.body.data()), MHD_RESPMEM_MUST_COPY);
    if (!reply) return MHD_NO;
    MHD_add_response_header(reply, "Content-Type", response.content_type.c_str());
    for (auto const& [name, value] : response.headers)
        MHD_add_response_header(reply, name.c_str(), value.c_str());
    if (close) MHD_add_response_header(reply, "Connection", "close");
    MHD_Result queued = MHD_queue_response(connection, unsigned(response.status), reply);
    MHD_destroy_response(reply);
    return queued;
}

class MicroServer final : public Server {
public:
    MicroServer(Handler handler, std::function<Millis()> steady)
        : m_handler(std::move(handler)), m_steady(std::move(steady)) {}
    ~MicroServer() override;

    Status listen(int port);
    int port() const override { return m_port; }

private:
    struct Connection {
        int socket = -1;
        Millis since{0};
    };

    static void* on_target(void* self, char const* target, MHD_Connection*);
    static MHD_Result on_request(void* self, MHD_Connection*, char const* url, char const* method,
                                 char const* version, char const* data, std::size_t* size, void** incoming);
    static void on_completed(void* self, MHD_Connection*, void** incoming, MHD_RequestTerminationCode);
    static void on_connection(void* self, MHD_Connection*, void** context, MHD_ConnectionNotificationCode);

    MHD_Result begin(MHD_Connection*, Incoming&, char const* method);
    MHD_Daemon* start_daemon(unsigned family, int port);
    void run();
    void cut_slow_ones();

    Handler m_handler;
    std::function<Millis()> m_steady;
    MHD_Daemon* m_daemon = nullptr;
    int m_port = 0;
    std::unordered_map<MHD_Connection*, Connection> m_connections;  // touched by the server's thread only
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

MicroServer::~MicroServer() {
    m_stopping = true;
    if (m_thread.joinable()) m_thread.join();
    if (m_daemon) MHD_stop_daemon(m_daemon);
}

MHD_Daemon* MicroServer::start_daemon(unsigned family, int port) {
    return MHD_start_daemon(MHD_USE_EPOLL | family, std::uint16_t(port), nullptr, nullptr, &on_request, this,
                            MHD_OPTION_URI_LOG_CALLBACK, &on_target, this, MHD_OPTION_NOTIFY_COMPLETED,
                            &on_completed, this, MHD_OPTION_NOTIFY_CONNECTION, &on_connection, this,
                            MHD_OPTION_CONNECTION_LIMIT, most_connections, MHD_OPTION_PER_IP_CONNECTION_LIMIT,
                            most_per_address, MHD_OPTION_CONNECTION_TIMEOUT, idle_seconds,
                            MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory_per_connection,
                            MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
}

Status MicroServer::listen(int port) {
    m_daemon = start_daemon(MHD_USE_DUAL_STACK, port);
    if (!m_daemon) m_daemon = start_daemon(0, port);  // a machine without IPv6
    if (!m_daemon) {
        return Error{Kind::Unavailable, "port " + std::to_string(port) +
                                            " can't be opened: " + std::strerror(errno) +
                                            "; name another with --port, or 0 for any that is free"};
    }
    m_port = MHD_get_daemon_info(m_daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
    m_thread = std::thread{[this] { run(); }};
    return {};
}

void MicroServer::run() {
    while (!m_stopping) {
        MHD_run_wait(m_daemon, wake_every_ms);
        cut_slow_ones();
    }
}

void MicroServer::cut_slow_ones() {
    Millis now = m_steady();
    for (auto const& [connection, state] : m_connections)
        if (now - state.since > request_deadline) ::shutdown(state.socket, SHUT_RDWR);
}

void* MicroServer::on_target(void*, char const* target, MHD_Connection*) {
    auto incoming = std::make_unique<Incoming>();
    incoming->target = target;
    return incoming.release();  // on_completed takes it back
}

void MicroServer::on_completed(void* self, MHD_Connection* connection, void** incoming,
                               MHD_RequestTerminationCode) {
    std::unique_ptr<Incoming>{static_cast<Incoming*>(*incoming)}.reset();
    *incoming = nullptr;
    auto& server = *static_cast<MicroServer*>(self);
    if (auto at = server.m_connections.find(connection); at != server.m_connections.end())
        at->second.since = server.m_steady();
}

void MicroServer::on_connection(void* self, MHD_Connection* connection, void**,
                                MHD_ConnectionNotificationCode code) {
    auto& server = *static_cast<MicroServer*>(self);
    if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
        server.m_connections.erase(connection);
        return;
    }
    auto info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    server.m_connections[connection] = {info ? info->connect_fd : -1, server.m_steady()};
}

/// The headers are complete: turns away what can't be taken, before its body.
MHD_Result MicroServer::begin(MHD_Connection* connection, Incoming& incoming, char const* method) {
    incoming.begun = true;
    Request& request = incoming.request;
    request.method = method;
    std::string_view target = incoming.target;
    auto question = std::min(target.find('?'), target.size());
    request.path = percent_decode(target.substr(0, question), false);
    request.query = parse_form(target.substr(std::min(question + 1, target.size())));
    request.peer = peer_of(connection);
    MHD_get_connection_values(connection, MHD_HEADER_KIND, &add_header, &incoming);
    int refused = refusal(incoming);
    return refused == 0 ? MHD_YES : send(connection, m_handler(request, refused), true);
}

MHD_Result MicroServer::on_request(void* self, MHD_Connection* connection, char const*, char const* method,
                                   char const*, char const* data, std::size_t* size, void** context) try {
    auto& server = *static_cast<MicroServer*>(self);
    auto& incoming = *static_cast<Incoming*>(*context);
    if (!incoming.begun) return server.begin(connection, incoming, method);
    if (*size > 0) {
        // The announced length was within bounds; whatever sends more than that is hung up on.
        if (incoming.request.body.size() + *size > longest_body) return MHD_NO;
        incoming.request.body.append(data, *size);
        *size = 0;
        return MHD_YES;
    }
    return send(connection, server.m_handler(incoming.request, 0), false);
} catch (std::exception const& failure) {
    log_error(std::string("a request failed and its connection was closed: ") + failure.what());
    return MHD_NO;
}

}

Result<std::unique_ptr<Server>> Server::start(int port, Handler handler, std::function<Millis()> steady) {
    auto server = std::make_unique<MicroServer>(std::move(handler), std::move(steady));
    if (auto listening = server->listen(port); !listening) return listening.error();
    return std::unique_ptr<Server>{std::move(server)};
}

}
