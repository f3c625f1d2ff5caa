"""What servers, their guards and browsers say in the place of a page, and pages that hold none."""

import html as markup
import json

from tests.abuse.cases import PROSE, STORY, TEXT, TITLE, becomes, html, sentences

S = list(sentences(60))
R = {"title": TITLE, "body": " ".join(STORY), "id": 7}


def page(title: str, body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"


def shown(text: str) -> str:
    """A text file as a browser shows it."""
    inner = markup.escape(text, quote=False)
    return f'<html><head><meta name="color-scheme" content="light dark"></head><body><pre style="word-wrap: break-word; white-space: pre-wrap;">{inner}</pre></body></html>'


STATUS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Not Allowed",
    410: "Gone",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Temporarily Unavailable",
    504: "Gateway Time-out",
}
PAGES = {
    "pre_json": shown(json.dumps(R)),
    "pre_json_fmt": shown(json.dumps([R] * 5, indent=2)).replace(
        "</body>", '<div class="json-formatter-container"></div></body>'
    ),
    "pre_robots": shown("User-agent: *\n" + "Disallow: /x\n" * 30),
    "pre_log": shown("".join(f"2025-11-05T14:30:{n % 60:02}Z INFO {s}\n" for n, s in enumerate(S))),
    "pre_css": shown("".join(f".a{n} {{\n  color: #fff;\n}}\n" for n in range(50))),
    "pre_csv": shown("id,title,text,date\n" + "".join(f'{n},"{TITLE}","{s}",2025-11-05\n' for n, s in enumerate(S))),
    "pre_js": shown("".join(f"// {s}\nfunction a{n}() {{\n  return {n};\n}}\n" for n, s in enumerate(S))),
    "pre_py": shown("".join(f"def step{n}(p):\n    # {s}\n    return {n}\n\n" for n, s in enumerate(S))),
    "apache_404": '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>404 Not Found</title>\n</head><body>\n<h1>Not Found</h1>\n<p>The requested URL /news/1 was not found on this server.</p>\n<p>Additionally, a 404 Not Found error was encountered while trying to use an ErrorDocument to handle the request.</p>\n<hr>\n<address>Apache/2.4.41 (Ubuntu) Server at example.org Port 80</address>\n</body></html>',
    "apache_403": "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1><p>You don't have permission to access /news/1 on this server.<br /></p></body></html>",
    "apache_500": "<html><head><title>500 Internal Server Error</title></head><body><h1>Internal Server Error</h1><p>The server encountered an internal error or misconfiguration and was unable to complete your request.</p><p>Please contact the server administrator at webmaster@example.org to inform them of the time this error occurred, and the actions you performed just before this error.</p><p>More information about this error may be available in the server error log.</p></body></html>",
    "apache_works": "<html><body><h1>It works!</h1><p>This is the default web page for this server.</p><p>The web server software is running but no content has been added, yet.</p></body></html>",
    "nginx_welcome": page(
        "Welcome to nginx!",
        "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p><p>For online documentation and support please refer to <a href='http://nginx.org/'>nginx.org</a>.<br/>Commercial support is available at <a href='http://nginx.com/'>nginx.com</a>.</p><p><em>Thank you for using nginx.</em></p>",
    ),
    "iis_404": page(
        "404 - File or directory not found.",
        "<div id=header><h1>Server Error</h1></div><div id=content><fieldset><h2>404 - File or directory not found.</h2><h3>The resource you are looking for might have been removed, had its name changed, or is temporarily unavailable.</h3></fieldset></div>",
    ),
    "iis_500": page(
        "500 - Internal server error.",
        "<h1>Server Error</h1><h2>500 - Internal server error.</h2><h3>There is a problem with the resource you are looking for, and it cannot be displayed.</h3>",
    ),
    "cf_moment": page(
        "Just a moment...",
        '<div class="main-wrapper" role="main"><div class="main-content"><h1 class="zone-name-title h1">example.org</h1><h2 id="challenge-running">Checking if the site connection is secure</h2><noscript><div id="challenge-error-title">Enable JavaScript and cookies to continue</div></noscript><div id="challenge-body-text">example.org needs to review the security of your connection before proceeding.</div></div></div><div class="footer">Ray ID: <code>7d1</code> Performance &amp; security by Cloudflare</div>',
    ),
    "cf_moment_new": page(
        "Just a moment...",
        "<noscript><div class=h2><span id=challenge-error-text>Enable JavaScript and cookies to continue</span></div></noscript><script>window._cf_chl_opt={}</script>",
    ),
    "cf_old": page(
        "Attention Required! | Cloudflare",
        "<h1>One more step</h1><h2>Please complete the security check to access example.org</h2><p>Why do I have to complete a CAPTCHA?</p><p>Completing the CAPTCHA proves you are a human and gives you temporary access to the web property.</p><p>What can I do to prevent this in the future?</p><p>If you are on a personal connection, like at home, you can run an anti-virus scan on your device to make sure it is not infected with malware.</p><p>If you are at an office or shared network, you can ask the network administrator to run a scan across the network looking for misconfigured or infected devices.</p>",
    ),
    "cf_1020": page(
        "Access denied",
        "<h1>Error 1020</h1><h2>Access denied</h2><h2>What happened?</h2><p>This website is using a security service to protect itself from online attacks.</p><p>Cloudflare Ray ID: 1</p>",
    ),
    "cf_blocked": page(
        "Attention Required! | Cloudflare",
        "<h1>Sorry, you have been blocked</h1><h2>You are unable to access example.org</h2><h2>Why have I been blocked?</h2><p>This website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution. There are several actions that could trigger this block including submitting a certain word or phrase, a SQL command or malformed data.</p><h2>What can I do to resolve this?</h2><p>You can email the site owner to let them know you were blocked. Please include what you were doing when this page came up and the Cloudflare Ray ID found at the bottom of this page.</p>",
    ),
    "cf_522": page(
        "example.org | 522: Connection timed out",
        "<h1>Connection timed out <span>Error code 522</span></h1><h2>What happened?</h2><p>The initial connection between Cloudflare's network and the origin web server timed out. As a result, the web page can not be displayed.</p><h2>What can I do?</h2><h3>If you're a visitor of this website:</h3><p>Please try again in a few minutes.</p><h3>If you're the owner of this website:</h3><p>Contact your hosting provider letting them know your web server is not completing requests. An Error 522 means that the request was able to connect to your web server, but that the request didn't finish.</p>",
    ),
    "akamai": page(
        "Access Denied",
        '<H1>Access Denied</H1> You don\'t have permission to access "http&#58;&#47;&#47;example&#46;org&#47;" on this server.<P> Reference&#32;&#35;18&#46;1<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18</P>',
    ),
    "incapsula": "<html><head><META NAME='robots' CONTENT='noindex,nofollow'></head><body><iframe src='//content.incapsula.com/x'>Request unsuccessful. Incapsula incident ID: 1-2</iframe></body></html>",
    "perimeterx": page(
        "Access to this page has been denied",
        "<h1>Please verify you are a human</h1><p>Access to this page has been denied because we believe you are using automation tools to browse the website.</p><p>This may happen as a result of the following:</p><ul><li>Javascript is disabled or blocked by an extension (ad blockers for example)</li><li>Your browser does not support cookies</li></ul><p>Please make sure that Javascript and cookies are enabled on your browser and that you are not blocking them from loading.</p><p>Reference ID: #1</p>",
    ),
    "datadome": page("example.org", "<p>Please enable JS and disable any ad blocker</p>"),
    "ddosguard": page(
        "DDoS-Guard",
        "<h1>Checking your browser before accessing example.org</h1><p>This process is automatic. Your browser will redirect to your requested content shortly.</p><p>Please allow up to 5 seconds…</p>",
    ),
    "recaptcha": page(
        "Sorry...",
        "<div>About this page<br><br>Our systems have detected unusual traffic from your computer network. This page checks to see if it's really you sending the requests, and not a robot. <a href=#>Why did this happen?</a></div><div>This page appears when Google automatically detects requests coming from your computer network which appear to be in violation of the Terms of Service. The block will expire shortly after those requests stop. In the meantime, solving the above CAPTCHA will let you continue to use our services.</div>",
    ),
    "bloomberg": page(
        "Are you a robot?",
        "<h1>We've detected unusual activity from your computer network</h1><p>To continue, please click the box below to let us know you're not a robot.</p><h3>Why did this happen?</h3><p>Please make sure your browser supports JavaScript and cookies and that you are not blocking them from loading. For more information you can review our Terms of Service and Cookie Policy.</p><h3>Need Help?</h3><p>For inquiries related to this message please contact our support team and provide the reference ID below.</p>",
    ),
    "js_required": page(
        "App", "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>"
    ),
    "js_required_p": page(
        "App",
        "<p>This site requires JavaScript. Please enable JavaScript in your browser settings and reload the page to see its content.</p>",
    ),
    "old_browser": page(
        "Unsupported browser",
        "<h1>Your browser is not supported</h1><p>Please upgrade to a recent version of Chrome, Firefox, Safari or Edge to continue using this site.</p>",
    ),
    "maintenance": page(
        "Maintenance",
        "<h1>We&rsquo;ll be back soon!</h1><p>Sorry for the inconvenience but we&rsquo;re performing some maintenance at the moment. If you need to you can always contact us, otherwise we&rsquo;ll be back online shortly!</p><p>&mdash; The Team</p>",
    ),
    "wp_db": page("Database Error", "<h1>Error establishing a database connection</h1>"),
    "wp_critical": page(
        "WordPress &rsaquo; Error",
        "<div class=wp-die-message><p>There has been a critical error on this website.</p><p><a href=#>Learn more about troubleshooting WordPress.</a></p></div>",
    ),
    "wp_maintenance": page(
        "Maintenance",
        "<div class=wp-die-message>Briefly unavailable for scheduled maintenance. Check back in a minute.</div>",
    ),
    "drupal_offline": page(
        "Site under maintenance",
        "<h1>Site under maintenance</h1><p>Plant is currently under maintenance. We should be back shortly. Thank you for your patience.</p>",
    ),
    "varnish": page(
        "503 Backend fetch failed",
        "<h1>Error 503 Backend fetch failed</h1><p>Backend fetch failed</p><h3>Guru Meditation:</h3><p>XID: 1</p><hr><p>Varnish cache server</p>",
    ),
    "squid": page(
        "ERROR: The requested URL could not be retrieved",
        "<h1>ERROR</h1><h2>The requested URL could not be retrieved</h2><p>The following error was encountered while trying to retrieve the URL: <a href=#>http://e.org/</a></p><blockquote><p><b>Connection to 203.0.113.7 failed.</b></p></blockquote><p>The system returned: <i>(110) Connection timed out</i></p><p>The remote host or network may be down. Please try the request again.</p><p>Your cache administrator is webmaster.</p>",
    ),
    "heroku": page(
        "Application Error",
        "<p>An error occurred in the application and your page could not be served. If you are the application owner, check your logs for details. You can do this from the Heroku CLI with the command</p><code>heroku logs --tail</code>",
    ),
    "django_debug": page(
        "DoesNotExist at /news/1",
        "<div id=summary><h1>DoesNotExist at /news/1</h1><pre>Plant matching query does not exist.</pre><table><tr><th>Request Method:</th><td>GET</td></tr></table></div><p>You're seeing this error because you have <code>DEBUG = True</code> in your Django settings file. Change that to <code>False</code>, and Django will display a standard page generated by the handler for this status code.</p>",
    ),
    "php_fatal": "<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function plant() in /var/www/a.php:12\nStack trace:\n#0 /var/www/b.php(3): require()\n#1 {main}\n  thrown in <b>/var/www/a.php</b> on line <b>12</b><br />",
    "aspnet": page(
        "Runtime Error",
        "<h1>Server Error in '/' Application.</h1><h2><i>Runtime Error</i></h2><p><b>Description: </b>An application error occurred on the server. The current custom error settings for this application prevent the details of the application error from being viewed remotely (for security reasons). It could, however, be viewed by browsers running on the local server machine.</p>",
    ),
    "phpinfo": page(
        "phpinfo()",
        "<h1>PHP Version 8.1.2</h1>"
        + "".join(
            f"<table><tr><td class=e>setting.{n}</td><td class=v>value {n}</td></tr></table>" for n in range(200)
        ),
    ),
    "parking": page(
        "example.org",
        "<h1>example.org</h1><p>This domain is for sale! The owner of this domain offers it at a fixed price. Click here to inquire about it.</p><p>Related searches</p><a href=#>Power plant</a><a href=#>Harbour storage</a><a href=#>Energy jobs</a>",
    ),
    "parking2": page(
        "example.org",
        "<p>The domain example.org is registered with Plant Domains but currently does not have an active website.</p>",
    ),
    "default_vhost": page(
        "Apache2 Ubuntu Default Page: It works",
        "<p>This is the default welcome page used to test the correct operation of the Apache2 server after installation on Ubuntu systems. It is based on the equivalent page on Debian, from which the Ubuntu Apache packaging is derived. If you can read this page, it means that the Apache HTTP server installed at this site is working properly. You should replace this file (located at /var/www/html/index.html) before continuing to operate your HTTP server.</p><p>If you are a normal user of this web site and don't know what this page is about, this probably means that the site is currently unavailable due to maintenance. If the problem persists, please contact the site's administrator.</p>",
    ),
    "example_domain": page(
        "Example Domain",
        "<div><h1>Example Domain</h1><p>This domain is for use in illustrative examples in documents. You may use this domain in literature without prior coordination or asking for permission.</p><p><a href=#>More information...</a></p></div>",
    ),
    "login_sso": page(
        "Sign in",
        "<h1>Sign in</h1><p>to continue to Plant</p><p>Not your computer? Use a private browsing window to sign in. <a href=#>Learn more about using Guest mode</a></p><button>Next</button>",
    ),
    "no_results": page(
        "Search",
        '<h1>No results found</h1><p>Sorry, we couldn\'t find any results for "plant". Please try again with different keywords.</p>',
    ),
    "redirecting": page(
        "Redirecting…",
        "<p>Redirecting… If you are not redirected automatically, follow this <a href=/x>link</a>.</p>",
        "<meta http-equiv=refresh content='0; url=/x'>",
    ),
    "moved": "<html><head><title>301 Moved Permanently</title></head><body><h1>Moved Permanently</h1><p>The document has moved <a href='https://e.org/'>here</a>.</p></body></html>",
    "object_moved": "<html><head><title>Object moved</title></head><body><h2>Object moved to <a href='/x'>here</a>.</h2></body></html>",
    "soft404": page(
        "Page not found - Plant News",
        "<nav><a href=/>Home</a><a href=/n>News</a></nav><h1>Oops! That page can&rsquo;t be found.</h1><p>It looks like nothing was found at this location. Maybe try one of the links below or a search?</p><h2>Recent posts</h2><ul>"
        + "".join(f"<li><a href=/{n}>{TITLE} {n}</a></li>" for n in range(10))
        + "</ul>",
    ),
    "soft404_sorry": page(
        "404",
        "<h1>404</h1><p>Sorry, the page you are looking for could not be found. It may have been moved or deleted. Go back to the home page.</p>",
    ),
    "geo": page(
        "Unavailable",
        "<h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area (EEA) including the EU which enforces the General Data Protection Regulation (GDPR) and therefore access cannot be granted at this time. For any issues, contact news@e.org or call 555.</p>",
    ),
    "rate": page(
        "Rate limited",
        "<h1>Too many requests</h1><p>You have sent too many requests in a given amount of time. Please slow down and try again later.</p>",
    ),
    "expired": page("Session expired", "<p>Your session has expired. Please log in again to continue.</p>"),
    "text_404": "404 page not found\n",
    "text_denied": "Access denied",
    "text_forbidden": "You are not allowed to access this page. Your IP address has been logged.",
    "chrome_error": page(
        "example.org",
        "<div id=main-frame-error><h1>This site can’t be reached</h1><p><strong>example.org</strong> took too long to respond.</p><p>Try:</p><ul><li>Checking the connection</li><li>Checking the proxy and the firewall</li></ul><div>ERR_CONNECTION_TIMED_OUT</div></div>",
    ),
    "firefox_error": page(
        "Problem loading page",
        "<h1>Hmm. We’re having trouble finding that site.</h1><p>We can’t connect to the server at example.org.</p><p>If you entered the right address, you can:</p><ul><li>Try again later</li><li>Check your network connection</li><li>Check that Firefox has permission to access the web (you might be connected but behind a firewall)</li></ul>",
    ),
    "privacy_error": page(
        "Privacy error",
        "<h1>Your connection is not private</h1><p>Attackers might be trying to steal your information from <strong>example.org</strong> (for example, passwords, messages, or credit cards).</p><p>NET::ERR_CERT_DATE_INVALID</p>",
    ),
    "svg_wrapped": page(
        "x",
        "<svg xmlns='http://www.w3.org/2000/svg'>"
        + "".join(f"<text y={n}>{s}</text>" for n, s in enumerate(S))
        + "</svg>",
    ),
    "only_style": page("x", "<style>" + ".a{b:c}" * 900 + "</style>"),
    "only_comment": page("x", "<!-- " + PROSE + " -->"),
    "only_textarea": page("x", "<form><textarea>" + TEXT + "</textarea></form>"),
    "only_options": page("x", "<select>" + "".join(f"<option>{s}</option>" for s in S) + "</select>"),
    "only_alt": page("x", "".join(f"<img alt='{s}'>" for s in S)),
    "only_buttons": page("x", "".join(f"<button>Click {n}</button>" for n in range(200))),
    "calendar_table": page(
        "Calendar", "<table>" + "<tr>" + "".join(f"<td>{n}</td>" for n in range(1, 8)) + "</tr>" * 5 + "</table>"
    ),
    "frameset": "<html><frameset cols='*'><frame src=a></frameset><noframes>Your browser does not support frames. Please use a browser that does.</noframes></html>",
    "meta_refresh_only": "<meta http-equiv=refresh content='0;url=/x'>",
    "html_comment_ie": "<!--[if IE]>" + PROSE + "<![endif]-->",
    "conditional_text": "<html><body><![CDATA[" + TEXT + "]]></body></html>",
    "mhtml_as_html": 'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://e.org/\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    + html()
    + "\r\n--b--\r\n",
    "php_source_html": "<?php include 'head.php'; ?>\n" + html(),
    "js_with_html": 'var t = "<div><p>' + STORY[0] + '</p></div>";\ndocument.getElementById("a").innerHTML = t;\n' * 10,
    "css_with_html_comment": "<!--\n" + "".join(f".a{n} {{ color: red; }}\n" for n in range(50)) + "-->",
    "view_source": markup.escape(html()),
}
PAGES |= {
    f"nginx_{code}": f"<html>\r\n<head><title>{code} {what}</title></head>\r\n<body>\r\n<center><h1>{code} {what}</h1></center>\r\n<hr><center>nginx/1.18.0 (Ubuntu)</center>\r\n</body>\r\n</html>\r\n"
    for code, what in STATUS.items()
}


def rejected(name: str, content: str) -> None:
    """A case that becomes a rejection."""

    def make() -> str:
        return content

    make.__name__, make.__module__ = name, __name__
    becomes("error-page", "login-wall", "consent-wall", "not-text", "no-article", "listing", "empty")(make)


for _name, _content in PAGES.items():
    rejected(_name, _content)


@becomes("article")
def story_as_a_browser_shows_it() -> str:
    return shown(TEXT)


@becomes("article")
def story_behind_a_notice() -> str:
    return "<br />\n<b>Notice</b>:  Undefined index: x in <b>/a.php</b> on line <b>3</b><br />\n" + html()
