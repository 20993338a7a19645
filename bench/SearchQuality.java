import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a running portal each judged query and prints success@1 (the first hit has grade 2 or 3) and nDCG@10 (gain 2^grade - 1,
 * discount log2(rank + 1)) by type of query, and how many queries that nothing fits got an empty list.
 */
public final class SearchQuality {

    private static final int LISTED = 10;
    private static final int MOST_ROUNDS = 20;
    private static final long BETWEEN_MILLIS = 5_000;
    private static final JsonMapper JSON = new JsonMapper();

    private record Score(double first, double gain) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final String portal;
    private final Map<String, List<Score>> scores = new TreeMap<>();
    private final Map<String, List<String>> answers = new HashMap<>();
    private final List<Long> micros = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private int nothing;
    private int rightlyNothing;

    private SearchQuality(String portal) {
        this.portal = portal;
    }

    public static void main(String[] args) throws Exception {
        var queries = Files.readAllLines(Path.of(args[1])).stream()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
        var before = Map.<String, List<String>>of();
        for (int round = 0; round < MOST_ROUNDS; round++) { // until the node has read the edition and built its index
            var quality = new SearchQuality(args[0]);
            for (var query : queries) {
                quality.judge(query);
            }
            if (quality.answers.equals(before)) {
                quality.print(args[2]);
                return;
            }
            before = quality.answers;
            Thread.sleep(BETWEEN_MILLIS);
        }
        throw new IllegalStateException("The answers have not come to rest");
    }

    private void judge(JsonNode query) throws Exception {
        var text = query.path("query").asString();
        var found = ask(text);
        answers.put(text, found);
        var grades = new HashMap<String, Integer>();
        query.path("expected").forEach(one -> grades.put(one.path("code").asString(), one.path("grade").asInt()));
        if (grades.isEmpty()) {
            nothing++;
            rightlyNothing += found.isEmpty() ? 1 : 0;
            return;
        }
        var got = found.stream().map(code -> grades.getOrDefault(code, 0)).toList();
        var best = grades.values().stream().sorted(Comparator.reverseOrder()).limit(LISTED).toList();
        boolean hit = !got.isEmpty() && got.getFirst() >= 2;
        var score = new Score(hit ? 1 : 0, gain(got) / gain(best));
        scores.computeIfAbsent(query.path("type").asString("other"), any -> new ArrayList<>()).add(score);
        if (!hit) {
            missed.add(text + " -> " + found.stream().limit(3).toList());
        }
    }

    private List<String> ask(String text) throws Exception {
        var address = portal + "/api/v1/procedures?limit=" + LISTED + "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        long began = System.nanoTime();
        var answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        micros.add((System.nanoTime() - began) / 1_000);
        var codes = new ArrayList<String>();
        JSON.readTree(answer.body()).path("items").forEach(item -> codes.add(item.path("code").asString()));
        return codes;
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int i = 0; i < grades.size(); i++) {
            gain += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return gain;
    }

    private void print(String lag) {
        System.out.printf("%-16s%4s%12s%10s%n", "type", "n", "success@1", "nDCG@10");
        var all = new ArrayList<Score>();
        scores.forEach((type, some) -> {
            row(type, some);
            all.addAll(some);
        });
        row("all", all);
        System.out.printf("nothing fits: %d of %d answered with an empty list%n", rightlyNothing, nothing);
        missed.forEach(line -> System.out.println("missed " + line));
        Collections.sort(micros);
        double seconds = micros.stream().mapToLong(Long::longValue).sum() / 1e6;
        System.out.printf(
                "search-quality ratio=%.3f rate=%.0f p99_ms=%.1f lag_ms=%s%n",
                all.stream().mapToDouble(Score::gain).average().orElse(0),
                micros.size() / seconds,
                micros.get(micros.size() * 99 / 100) / 1e3,
                lag);
    }

    private static void row(String type, List<Score> some) {
        System.out.printf(
                "%-16s%4d%12.2f%10.2f%n",
                type,
                some.size(),
                some.stream().mapToDouble(Score::first).average().orElse(0),
                some.stream().mapToDouble(Score::gain).average().orElse(0));
    }
}
