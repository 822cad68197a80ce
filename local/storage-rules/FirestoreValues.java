// Turns the values of a Firestore document (as its REST API writes them) into values of the rules engine.
import com.google.firebase.rules.runtime.v1.ExpressionListValue;
import com.google.firebase.rules.runtime.v1.ExpressionMapValue;
import com.google.firebase.rules.runtime.v1.ExpressionValue;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.text.ParseException;

final class FirestoreValues {
  private FirestoreValues() {}

  static ExpressionValue map(JsonObject fields) {
    ExpressionMapValue.Builder map = ExpressionMapValue.newBuilder();
    fields.entrySet().forEach(field -> map.putFields(field.getKey(), value(field.getValue().getAsJsonObject())));
    return ExpressionValue.newBuilder().setMapValue(map).build();
  }

  /** A value is an object of one member, whose name is the type. */
  private static ExpressionValue value(JsonObject typed) {
    var member = typed.entrySet().iterator().next();
    JsonElement content = member.getValue();
    ExpressionValue.Builder value = ExpressionValue.newBuilder();
    return switch (member.getKey()) {
      case "stringValue", "referenceValue" -> value.setStringValue(content.getAsString()).build();
      case "booleanValue" -> value.setBoolValue(content.getAsBoolean()).build();
      case "integerValue" -> value.setIntValue(content.getAsLong()).build();
      case "doubleValue" -> value.setFloatValue(content.getAsDouble()).build();
      case "timestampValue" -> value.setTimestampValue(timestamp(content.getAsString())).build();
      case "nullValue" -> value.setNullValueValue(0).build();
      case "mapValue" -> map(member(content, "fields"));
      case "arrayValue" -> list(content.getAsJsonObject());
      default -> throw new IllegalArgumentException("Storage rules cannot read a " + member.getKey());
    };
  }

  private static ExpressionValue list(JsonObject array) {
    ExpressionListValue.Builder list = ExpressionListValue.newBuilder();
    if (array.has("values")) {
      array.getAsJsonArray("values").forEach(element -> list.addValues(value(element.getAsJsonObject())));
    }
    return ExpressionValue.newBuilder().setListValue(list).build();
  }

  private static JsonObject member(JsonElement holder, String name) {
    JsonObject object = holder.getAsJsonObject();
    return object.has(name) ? object.getAsJsonObject(name) : new JsonObject();
  }

  private static Timestamp timestamp(String text) {
    try {
      return Timestamps.parse(text);
    } catch (ParseException problem) {
      throw new IllegalArgumentException(problem);
    }
  }
}
