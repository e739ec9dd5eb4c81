#include "view/qr.h"

#include <qrcodegen.hpp>

namespace kiosk {

QrPaint make_qr(std::string const& payload, Rect rect) {
    using qrcodegen::QrCode;
    QrPaint paint{rect, payload, 0, {}};
    try {
        QrCode const code = QrCode::encodeText(payload.c_str(), QrCode::Ecc::MEDIUM);
        paint.modules = code.getSize();
        for (int y = 0; y < paint.modules; ++y) {
            for (int x = 0; x < paint.modules; ++x) paint.dark.push_back(code.getModule(x, y));
        }
    } catch (std::exception const&) {
        paint.modules = 0;
        paint.dark.clear();
    }
    return paint;
}

}
