import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/")
public class Empty {
    @GET
    public String nothing() {
        return "";
    }
}
