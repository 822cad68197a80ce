// The functions firestore.get and firestore.exists, which Storage rules may call.
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.firebase.rules.runtime.common.AsyncRuntimeFunction;
import com.google.firebase.rules.runtime.common.EvaluationException;
import com.google.firebase.rules.runtime.utils.ExpressionValueUtils;
import com.google.firebase.rules.runtime.v1.ExecutionRequest;
import com.google.firebase.rules.runtime.v1.ExecutionResponse;
import com.google.firebase.rules.runtime.v1.ExpressionMapValue;
import com.google.firebase.rules.runtime.v1.ExpressionValue;
import com.google.gson.JsonObject;

final class FirestoreLookup {
  private FirestoreLookup() {}

  /** Reads a document by its path; null when there is none. */
  interface Reader {
    JsonObject read(String path) throws Exception;
  }

  private interface Lookup {
    ExpressionValue of(ExecutionRequest call) throws Exception;
  }

  static AsyncRuntimeFunction exists(Reader reader) {
    return function(
        "firestore.exists",
        call -> ExpressionValue.newBuilder().setBoolValue(reader.read(pathOf(call)) != null).build());
  }

  static AsyncRuntimeFunction get(Reader reader) {
    return function("firestore.get", call -> document(call, reader.read(pathOf(call))));
  }

  private static AsyncRuntimeFunction function(String name, Lookup lookup) {
    return new AsyncRuntimeFunction() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public ListenableFuture<ExecutionResponse> execute(ExecutionRequest call) {
        try {
          return Futures.immediateFuture(ExpressionValueUtils.createResponse(lookup.of(call)));
        } catch (Exception problem) {
          return Futures.immediateFailedFuture(problem);
        }
      }
    };
  }

  private static ExpressionValue document(ExecutionRequest call, JsonObject found) throws EvaluationException {
    String path = pathOf(call);
    if (found == null) throw new EvaluationException(call.getSourcePosition(), "There is no document " + path);
    JsonObject fields = found.has("fields") ? found.getAsJsonObject("fields") : new JsonObject();
    String id = path.substring(path.lastIndexOf('/') + 1);
    return ExpressionValue.newBuilder()
        .setMapValue(
            ExpressionMapValue.newBuilder()
                .putFields("data", FirestoreValues.map(fields))
                .putFields("id", ExpressionValue.newBuilder().setStringValue(id).build())
                .putFields("__name__", call.getArguments(0)))
        .build();
  }

  private static String pathOf(ExecutionRequest call) {
    StringBuilder path = new StringBuilder();
    for (var segment : call.getArguments(0).getPathValue().getSegmentsList()) {
      path.append('/').append(segment.hasSimple() ? segment.getSimple() : segment.toString());
    }
    return path.toString();
  }
}
