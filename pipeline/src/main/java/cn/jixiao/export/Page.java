package cn.jixiao.export;

import org.jsoup.nodes.Document;

/// The frame of a self-contained Chinese page: its head, its style, light and dark.
final class Page {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8884; --mark: #ffe58f; --plain: #e3e8ee; --ink: #1a1a1a; }
            @media (prefers-color-scheme: dark) { :root { --mark: #6b5900; --plain: #3a4450; --ink: #f0f0f0; } }
            body { font: 16px/1.7 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 0 auto;
              max-width: 1400px; padding: 0 1rem; }
            h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; }
            dl { display: flex; flex-wrap: wrap; gap: .2rem 1rem; font-size: .9rem; }
            dt { opacity: .65; } dd { margin: 0 1rem 0 0; }
            main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(16rem, 2fr); gap: 1.5rem; }
            @media (max-width: 800px) { main { grid-template-columns: minmax(0, 1fr); } }
            aside { font-size: .88rem; border-left: 1px solid var(--line); padding-left: 1rem; position: sticky; top: 0;
              max-height: 100vh; overflow: auto; }
            article p { white-space: pre-wrap; margin: .4rem 0; }
            .wide { overflow-x: auto; } table { border-collapse: collapse; margin: .6rem 0; font-size: .92rem; }
            td, th { border: 1px solid var(--line); padding: .15rem .45rem; white-space: pre-wrap; }
            a.mark { background: var(--mark); color: var(--ink); text-decoration: none; border-radius: 3px; }
            a.mark.plain { background: var(--plain); }
            a.mark:target, li:target { outline: 2px solid #d4380d; }
            .left { border-bottom: 1px dotted currentColor; } .marginal { opacity: .55; font-size: .85rem; }
            li small { display: block; opacity: .6; } .error { color: #cf1322; } .warning { color: #d46b08; }
            """;

    Document begin(String title) {
        var html = Document.createShell("");
        html.outputSettings().prettyPrint(false).charset("UTF-8");
        html.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        html.selectFirst("html").attr("lang", "zh-CN");
        var head = html.head();
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("title").text(title);
        head.appendElement("style").appendChild(new org.jsoup.nodes.DataNode(STYLE));
        return html;
    }
}
