#pragma once
// The HTTP server that strangers' phones reach: libmicrohttpd on one thread of its own, IPv4 and IPv6.
// It bounds what a client may send and how long it may take, and hands whole requests to a handler.

#include "base/time.h"
#include "web/request.h"

#include <functional>
#include <memory>

namespace kiosk {

/// Called on the server's thread. `refused` is the status of a request that the server won't take, or 0.
using Handler = std::function<Response(Request const&, int refused)>;

class Server {
public:
    /// `port` 0: any that is free. `steady` is asked often and must not jump.
    /// Fails with Kind::Unavailable if the port can't be had.
    static Result<std::unique_ptr<Server>> start(int port, Handler handler, std::function<Millis()> steady);

    virtual ~Server() = default;  ///< Stops: no handler runs any more when it returns.
    virtual int port() const = 0;
};

}
