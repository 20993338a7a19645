import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * The loads that a request generator cannot express: people with tokens and uploaded files, and whole lifecycles.
 *
 * <pre>
 * java Load.java people PORT COUNT FILE      FILE gets one line a person: agency, token, file id
 * java Load.java lifecycle PORT FILE SECONDS CONNECTIONS
 * </pre>
 */
class Load {

    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    static int port;

    public static void main(String[] args) throws Exception {
        port = Integer.parseInt(args[1]);
        switch (args[0]) {
            case "people" -> people(Integer.parseInt(args[2]), Path.of(args[3]));
            case "lifecycle" -> lifecycle(Path.of(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    static void people(int count, Path file) throws Exception {
        var numbers = strings(sandbox("POST", "/people", "{\"count\":" + count + "}"), "\"(\\d{12})\"");
        var agencies = strings(
                send("GET", "/api/v1/services?procedure=2.000004&limit=100", null, null), "2\\.000004@([A-Z0-9.]+)\"");
        var lines = Collections.synchronizedList(new ArrayList<String>());
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < numbers.size(); i++) {
                var number = numbers.get(i);
                var agency = agencies.get(i % agencies.size());
                pool.submit(() -> {
                    var token = token(number, "me");
                    lines.add(agency + " " + token + " " + upload(token, number));
                    return null;
                });
            }
        }
        if (lines.size() != count) {
            throw new IllegalStateException(lines.size() + " of " + count + " people are ready");
        }
        Files.write(file, lines);
    }

    static void lifecycle(Path file, int seconds, int connections) throws Exception {
        var people = Files.readAllLines(file).stream().map(line -> line.split(" ")).toList();
        var offices = List.of(Office.of("H26", "hanoi"), Office.of("H29", "hcm"));
        var whole = Collections.synchronizedList(new ArrayList<Double>());
        var single = Collections.synchronizedList(new ArrayList<Double>());
        var failures = Collections.synchronizedList(new ArrayList<String>());
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long began = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(connections)) {
            for (int c = 0; c < connections; c++) {
                int number = c;
                pool.submit(() -> {
                    for (int i = number; System.nanoTime() < end; i += connections) {
                        var person = people.get(i % people.size());
                        try {
                            one(offices.get(i % offices.size()), person, whole, single);
                        } catch (Exception e) {
                            failures.add(e.toString());
                        }
                    }
                });
            }
        }
        double took = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "done=%d failed=%d seconds=%.3f request_p50_ms=%.1f request_p99_ms=%.1f whole_p50_ms=%.1f whole_p99_ms=%.1f%n",
                whole.size(), failures.size(), took, at(single, 50), at(single, 99), at(whole, 50), at(whole, 99));
        failures.stream().limit(3).forEach(System.err::println);
    }

    static void one(Office office, String[] person, List<Double> whole, List<Double> single) throws Exception {
        long start = System.nanoTime();
        var code = strings(
                        timed(single, "/api/v1/me/dossiers", person[1], dossier(office.agency, person[2])),
                        "\"code\":\"([^\"]+-\\d+-\\d+)\"")
                .getFirst();
        var at = "/api/v1/work/dossiers/" + code;
        timed(single, at + "/acceptance", office.clerk, "{}");
        timed(single, at + "/assignment", office.clerk, "{\"to\":\"handler." + office.name + "\",\"note\":\"\"}");
        timed(single, at + "/forwarding", office.handler, "{\"to\":\"leader." + office.name + "\",\"note\":\"\"}");
        timed(single, at + "/approval", office.leader, "{\"decision\":\"GRANT\",\"note\":\"\"}");
        timed(single, at + "/delivery", office.clerk, "{\"way\":\"ONLINE\"}");
        whole.add((System.nanoTime() - start) / 1e6);
    }

    record Office(String agency, String name, String clerk, String handler, String leader) {
        static Office of(String agency, String name) throws Exception {
            return new Office(
                    agency,
                    name,
                    token("clerk." + name, "work"),
                    token("handler." + name, "work"),
                    token("leader." + name, "work"));
        }
    }

    /** A dossier of the service without a fee; dates lie far enough in the future for any clock. */
    static String dossier(String agency, String file) {
        return """
                {"service":"2.000004@%s","case":"01","answers":{"traderName":"Công ty TNHH Sao Mai","taxCode":"0109900016",\
                "programmeName":"Tri ân khách hàng","goods":"Trà và cà phê","startDate":"%s","endDate":"%s",\
                "place":"Toàn thành phố","prizeValueVnd":50000000},\
                "papers":[{"component":"rules","file":"%s"}],"delivery":{"way":"ONLINE"}}"""
                .formatted(agency, LocalDate.of(2027, 6, 1), LocalDate.of(2027, 6, 30), file);
    }

    static String timed(List<Double> single, String path, String token, String body) throws Exception {
        long start = System.nanoTime();
        var answer = send("POST", path, token, body);
        single.add((System.nanoTime() - start) / 1e6);
        return answer;
    }

    static String token(String who, String scope) throws Exception {
        return strings(
                        sandbox("POST", "/tokens", "{\"person\":\"" + who + "\",\"scope\":\"" + scope + "\"}"),
                        "\"access_token\":\\s*\"([^\"]+)\"")
                .getFirst();
    }

    static String upload(String token, String number) throws Exception {
        var boundary = "----motcua" + number;
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n% " + number
                + "\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \n"
                + "trailer<</Size 4/Root 1 0 R>>\nstartxref\n166\n%%EOF\n";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"the-le.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n" + pdf + "\r\n--" + boundary + "--\r\n";
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/me/files"))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return strings(answer(request), "\"id\":\\s*\"([0-9a-f-]{36})\"").getFirst();
    }

    static String sandbox(String method, String path, String body) throws Exception {
        return answer(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (port + 1) + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    static String send(String method, String path, String token, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return answer(request.build());
    }

    static String answer(HttpRequest request) throws IOException, InterruptedException {
        var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(request.method() + " " + request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    static List<String> strings(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
    }

    static double at(List<Double> values, int percent) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
