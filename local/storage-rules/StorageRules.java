// Speaks the Firebase CLI's protocol for a Storage rules runtime (JSON lines on standard input and output), and
// lets Google's own rules engine, as it lies in the Firestore emulator's jar, decide.
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public final class StorageRules {
  // System.out may be given to libraries that log; the protocol's stream is its own.
  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  private final RulesEngine engine = new RulesEngine();
  private final Map<Long, CompletableFuture<JsonObject>> documents = new ConcurrentHashMap<>();

  public static void main(String[] arguments) throws Exception {
    new StorageRules().serve();
  }

  private void serve() throws IOException, InterruptedException {
    say(greeting());
    ExecutorService verdicts = Executors.newCachedThreadPool();
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonObject message = JsonParser.parseString(line).getAsJsonObject();
      receive(message, verdicts);
    }
    verdicts.shutdown();
    verdicts.awaitTermination(5, TimeUnit.SECONDS);
    System.exit(0);
  }

  private void receive(JsonObject message, ExecutorService verdicts) {
    long id = message.get("id").getAsLong();
    if (!message.has("action")) {
      CompletableFuture<JsonObject> waiting = documents.remove(id);
      if (waiting != null) waiting.complete(message);
    } else if (message.get("action").getAsString().equals("load_ruleset")) {
      // In the reader's own thread: a verdict asked for next finds the rules loaded.
      answer(id, reply -> engine.load(message.getAsJsonObject("context"), reply));
    } else {
      verdicts.submit(() -> answer(id, reply -> engine.verify(message.getAsJsonObject("context"), ask(id), reply)));
    }
  }

  private interface Work {
    void fill(Reply reply) throws Exception;
  }

  /** Whatever goes wrong is a refusal with its reason: rules fail closed. */
  private void answer(long id, Work work) {
    Reply reply = new Reply();
    try {
      work.fill(reply);
    } catch (Throwable problem) {
      reply.errors.add(String.valueOf(problem));
      reply.result.addProperty("permit", false);
    }
    JsonObject message = new JsonObject();
    message.addProperty("id", id);
    message.addProperty("status", "ok");
    message.add("errors", reply.errors);
    message.add("warnings", reply.warnings);
    message.add("result", reply.result);
    say(message);
  }

  /** The CLI reads Firestore documents for the rules; its answer comes back under the verdict's own id. */
  private FirestoreLookup.Reader ask(long id) {
    return path -> {
      var found = new CompletableFuture<JsonObject>();
      documents.put(id, found);
      JsonObject context = new JsonObject();
      context.addProperty("path", path);
      JsonObject question = new JsonObject();
      question.addProperty("server_request_id", id);
      question.addProperty("status", "ok");
      question.addProperty("action", "fetch_firestore_document");
      question.add("context", context);
      say(question);
      JsonObject got = found.get(10, TimeUnit.SECONDS);
      boolean exists = got.has("result") && got.get("status").getAsString().equals("ok");
      return exists ? got.getAsJsonObject("result") : null;
    };
  }

  private static JsonObject greeting() {
    JsonObject hello = new JsonObject();
    hello.addProperty("id", -1);
    hello.addProperty("status", "ok");
    hello.addProperty("action", "");
    return hello;
  }

  private synchronized void say(JsonObject message) {
    out.println(message);
  }

  /** The parts of an answer that differ. */
  static final class Reply {
    final JsonArray errors = new JsonArray();
    final JsonArray warnings = new JsonArray();
    final JsonObject result = new JsonObject();
  }
}
