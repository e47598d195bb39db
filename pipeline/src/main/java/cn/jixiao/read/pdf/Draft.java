package cn.jixiao.read.pdf;

import cn.jixiao.document.Marginal;
import java.util.List;

/// A block of the document before its words have a place in the canonical text.
sealed interface Draft {

    record Text(List<PrintedLine> lines) implements Draft {
    }

    record Grid(PrintedTable table) implements Draft {
    }

    /// Set apart from the running text.
    record Aside(List<PrintedLine> lines, Marginal.Kind kind) implements Draft {
    }
}
