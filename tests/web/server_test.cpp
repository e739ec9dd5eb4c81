#include "web/server.h"

#include "signup/random.h"
#include "web/client.h"
#include "web/stage.h"

#include <atomic>
#include <thread>

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <httplib.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

/// The stage behind a real socket. The server's clock is the test's: time passes when it says so.
class Served {
public:
    explicit Served(int seats = 1000) : stage(seats) {
        auto server = Server::start(
            0,
            [this](Request const& request, int refused) {
                return answer(request, stage.service, stage.now, refused);
            },
            [this] { return Millis{m_clock.load()}; });
        REQUIRE(server);
        m_server = std::move(*server);
    }

    int port() const { return m_server->port(); }
    httplib::Client client() const { return httplib::Client{"127.0.0.1", port()}; }
    void pass(Millis time) { m_clock += time.count(); }

    Stage stage;

private:
    std::atomic<std::int64_t> m_clock = 0;
    std::unique_ptr<Server> m_server;
};

/// A connection on which anything can be said.
class Raw {
public:
    explicit Raw(int port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(std::uint16_t(port));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        timeval patience{3, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        REQUIRE(::connect(m_socket, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0);
    }
    ~Raw() { ::close(m_socket); }
    Raw(Raw const&) = delete;
    Raw& operator=(Raw const&) = delete;

    void say(std::string const& text) { (void)!::send(m_socket, text.data(), text.size(), MSG_NOSIGNAL); }
    /// What comes until the other end closes; "(silence)" if it does not.
    std::string hear() {
        std::string out;
        char part[4096];
        for (;;) {
            ssize_t got = ::recv(m_socket, part, sizeof part, 0);
            if (got == 0) return out;
            if (got < 0) return errno == ECONNRESET ? out : out + "(silence)";
            out.append(part, std::size_t(got));
        }
    }

private:
    int m_socket;
};

/// The status of the answer to a request that is written as it stands.
std::string status_of(int port, std::string const& request) {
    Raw raw{port};
    raw.say(request);
    std::string heard = raw.hear();
    return heard.substr(0, 9) == "HTTP/1.1 " ? heard.substr(9, 3) : heard.substr(0, 40);
}

std::string with_headers(std::string const& first_line, std::string const& headers) {
    return first_line + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
}

}

TEST_CASE("a phone signs up over a socket") {
    Served served;
    auto client = served.client();
    auto form = client.Get(served.stage.form_address().c_str());
    REQUIRE(form);
    CHECK(form->status == 200);
    httplib::Params params{{"form", hidden_value(form->body, "form")},
                           {"pass", hidden_value(form->body, "pass")},
                           {"name", "Kim"},
                           {"email", "kim@exempel.se"}};
    auto done = client.Post(served.stage.form_address().c_str(), params);
    REQUIRE(done);
    CHECK(done->status == 303);
    auto receipt = client.Get(done->get_header_value("Location").c_str());
    CHECK(receipt->status == 200);
    CHECK(receipt->get_header_value("X-Content-Type-Options") == "nosniff");
    CHECK_FALSE(receipt->has_header("Server"));
    auto head = client.Head("/privacy");
    CHECK(head->status == 200);
    CHECK(head->body.empty());
    CHECK(served.stage.rows() == 1);
}

TEST_CASE("what is too large, too odd or of unknown length is turned away with a page of ours") {
    Served served;
    int port = served.port();
    CHECK(status_of(port, with_headers("POST /w/brand", "Content-Length: 8193\r\n")) == "413");
    CHECK(status_of(port, with_headers("POST /w/brand", "Content-Length: 99999999999999999999\r\n")) ==
          "413");
    CHECK(status_of(port, with_headers("POST /w/brand", "Transfer-Encoding: chunked\r\n") +
                              "5\r\nhello\r\n0\r\n\r\n") == "411");
    CHECK(status_of(port, with_headers("POST /w/brand",
                                       "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n")) == "400");
    CHECK(status_of(port, with_headers("POST /w/brand", "Content-Length: 5\r\nContent-Length: 6\r\n")) ==
          "400");
    CHECK(status_of(port, with_headers("POST /w/brand", "")) == "411");
    CHECK(status_of(port, with_headers("POST /w/brand", "Content-Encoding: gzip\r\nContent-Length: 5\r\n")) ==
          "415");
    CHECK(status_of(port, with_headers("TRACE /", "")) == "405");
    CHECK(status_of(port, with_headers("OPTIONS *", "")) == "405");
    CHECK(status_of(port, with_headers("GET /" + std::string(2048, 'x'), "")) == "414");
    CHECK(status_of(port, with_headers("GET /", "A: " + std::string(8192, 'x') + "\r\n")) == "431");
    std::string many;
    for (int i = 0; i < 51; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
    CHECK(status_of(port, with_headers("GET /", many)) == "431");

    Raw raw{port};
    raw.say(with_headers("POST /w/brand", "Content-Length: 8193\r\n"));
    std::string heard = raw.hear();
    CHECK(contains(heard, "Content-Security-Policy: default-src 'none'"));
    CHECK(contains(heard, "Connection: close"));
}

TEST_CASE("limits are limits: one below them passes") {
    Served served;
    CHECK(status_of(served.port(),
                    with_headers("POST /w/brand", "Content-Length: 8192\r\nConnection: close\r\n") +
                        std::string(8192, 'x')) == "415");
    CHECK(status_of(served.port(), with_headers("GET /" + std::string(2047, 'x'), "Connection: close\r\n")) ==
          "404");
}

TEST_CASE("nonsense does not stop the next one") {
    Served served;
    for (std::string const& nonsense :
         {std::string("\r\n\r\n\r\n"), std::string("GET\r\n\r\n"), std::string("GET / HTTP/9.9\r\n\r\n"),
          std::string(100'000, 'A'), std::string("GET / HTTP/1.1\r\nHost: x\r\n y\r\n: z\r\n\r\n"),
          std::string("POST /w/brand HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n"),
          std::string("\0\0\xff", 3)}) {
        Raw raw{served.port()};
        raw.say(nonsense);
    }
    CHECK(served.client().Get("/healthz")->status == 200);
}

TEST_CASE("a slow body and slow headers hold up nobody, and are cut off at the deadline") {
    Served served;
    Raw body{served.port()}, headers{served.port()}, idle{served.port()};
    body.say(with_headers("POST /w/brand", "Content-Length: 100\r\n") + "form=");
    headers.say("GET / HTTP/1.1\r\nHo");
    CHECK(served.client().Get("/healthz")->status == 200);
    served.pass(19s);
    body.say("x");
    headers.say("s");
    CHECK(served.client().Get("/healthz")->status == 200);
    served.pass(2s);
    auto asked = std::chrono::steady_clock::now();
    CHECK(body.hear() == "");
    CHECK(headers.hear() == "");
    CHECK(idle.hear() == "");
    CHECK(std::chrono::steady_clock::now() - asked < 2s);
}

TEST_CASE("hundreds of idle connections from one address leave room for the next") {
    Served served;
    std::vector<std::unique_ptr<Raw>> idle;
    for (int i = 0; i < 400; ++i) idle.push_back(std::make_unique<Raw>(served.port()));
    CHECK(served.client().Get("/healthz")->status == 200);
}

TEST_CASE("a port that is taken says so") {
    Served served;
    auto second = Server::start(served.port(), {}, [] { return 0ms; });
    REQUIRE_FALSE(second);
    CHECK(second.error() ==
          Error{Kind::Unavailable, "port " + std::to_string(served.port()) +
                                       " can't be opened: Address already in use; name another with"
                                       " --port, or 0 for any that is free"});
}

TEST_CASE("the kiosk's client reads its door, and says what is wrong with it") {
    Served served{5};
    int port = served.port();
    served.stage.sign_up();
    auto states = SignupClient{port, "secret"}.fetch();
    REQUIRE(states);
    REQUIRE(states->size() == 2);
    CHECK((*states)[0] ==
          WorkshopState{"brand", 5, 1, 4, SignupStatus::Open,
                        served.stage.service.tokens.make(TokenUse::Screen, "brand", served.stage.now.wall)});
    CHECK((*states)[1].status == SignupStatus::NotYet);
    std::string where = "the sign-up service at port " + std::to_string(port);
    CHECK(SignupClient{port, "guess"}.fetch().error() ==
          Error{Kind::Refused, where + " takes no sign-ups: wrong secret"});
    served.stage.service.organiser.reset();
    auto shut = SignupClient{port, "secret"}.fetch();
    CHECK(shut.error().what == where + " takes no sign-ups: no organiser key; run: dalactl key new");
    CHECK(shut.error().kind == Kind::Refused);
}

TEST_CASE("the kiosk's client gives up soon on a service that is gone") {
    int port = Served{}.port();
    auto asked = std::chrono::steady_clock::now();
    auto states = SignupClient{port, "secret"}.fetch();
    REQUIRE_FALSE(states);
    CHECK(states.error().kind == Kind::Unavailable);
    CHECK(states.error().what.starts_with("the sign-up service at port " + std::to_string(port) +
                                          " does not answer: "));
    CHECK(std::chrono::steady_clock::now() - asked < 2s);
}
