// Compiles Storage rules and decides requests with the classes of the Firestore emulator's jar. These are internal to
// Google and may change with any version, which is why the launcher probes them before it trusts them.
import com.google.common.collect.ImmutableList;
import com.google.firebase.rules.lang.CompileResult;
import com.google.firebase.rules.lang.FirebaseRulesProtoCompiler;
import com.google.firebase.rules.runtime.v1.RulesetAst;
import com.google.firebase.rules.lang.common.FirebaseRulesLangOptions;
import com.google.firebase.rules.runtime.evaluators.AuthRuleEvaluator.RuleContext;
import com.google.firebase.rules.runtime.impl.DefaultEvaluator;
import com.google.firebase.rules.runtime.v1.ExpressionValue;
import com.google.firebase.rules.v1.File;
import com.google.firebase.rules.v1.Issue;
import com.google.firebase.rules.v1.Source;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.util.JsonFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

final class RulesEngine {
  private static final Pattern VERSION_2 = Pattern.compile("rules_version\\s*=\\s*['\"]2['\"]");

  private final Map<String, RulesetAst> rulesets = new ConcurrentHashMap<>();

  void load(JsonObject context, StorageRules.Reply reply) {
    Source.Builder source = Source.newBuilder();
    boolean version2 = false;
    for (JsonElement element : context.getAsJsonObject("source").getAsJsonArray("files")) {
      JsonObject file = element.getAsJsonObject();
      String content = file.get("content").getAsString();
      version2 |= VERSION_2.matcher(content).find();
      source.addFiles(File.newBuilder().setName(file.get("name").getAsString()).setContent(content));
    }
    CompileResult compiled = FirebaseRulesProtoCompiler.createStandalone(language()).compile(source.build());
    for (Issue issue : compiled.getIssues()) {
      boolean isError = issue.getSeverity() == Issue.Severity.ERROR;
      String text = issue.getDescription() + " (line " + issue.getSourcePosition().getLine() + ")";
      (isError ? reply.errors : reply.warnings).add(text);
    }
    if (!compiled.hasCompilationError()) {
      rulesets.put(context.get("rulesetName").getAsString(), compiled.getRulesetAst());
    }
    reply.result.addProperty("rulesVersion", version2 ? 2 : 1);
  }

  void verify(JsonObject context, FirestoreLookup.Reader firestore, StorageRules.Reply reply) throws Exception {
    JsonObject variables = context.getAsJsonObject("variables");
    RuleContext request =
        RuleContext.builder()
            .service("firebase.storage")
            .method(context.get("method").getAsString())
            .path(context.get("path").getAsString())
            .supplyVariable("request", value(variables.get("request")))
            .supplyVariable("resource", value(variables.get("resource")))
            .supplyFunction(FirestoreLookup.get(firestore))
            .supplyFunction(FirestoreLookup.exists(firestore))
            .listeners(ImmutableList.of())
            .build();
    RulesetAst ruleset = rulesets.get(context.get("rulesetName").getAsString());
    try {
      reply.result.addProperty("permit", new DefaultEvaluator(ruleset).evaluate(request).get().permit());
    } catch (ExecutionException problem) {
      reply.result.addProperty("permit", false);
      reply.warnings.add(String.valueOf(problem.getCause().getMessage()));
    }
  }

  private static FirebaseRulesLangOptions language() {
    return FirebaseRulesLangOptions.builder()
        .allowCrossServiceRules(true)
        .allowTernaryOperator(true)
        .allowLetBindings(true)
        .build();
  }

  /** The CLI writes the engine's own protocol buffers as JSON. */
  private static ExpressionValue value(JsonElement json) throws Exception {
    ExpressionValue.Builder value = ExpressionValue.newBuilder();
    JsonFormat.parser().ignoringUnknownFields().merge(json.toString(), value);
    return value.build();
  }
}
